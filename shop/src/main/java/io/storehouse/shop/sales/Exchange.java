package io.storehouse.shop.sales;

import java.util.UUID;

/**
 * A return and a sale that are recorded together or not at all.
 *
 * @param id made by the client; the exchange's identity
 */
record Exchange(UUID id, AcceptReturn takeback, PlaceOrder order) {

    /** What an exchange is kept as. */
    record Kept(UUID id, boolean replayed) {}

    /** An exchange as it was recorded. */
    record Recorded(UUID id, AcceptedReturn takeback, PlacedOrder order, boolean replayed) {}
}
