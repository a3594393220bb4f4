package io.storehouse.shop.loyalty;

import io.storehouse.shop.documents.Texts;
import java.time.Instant;
import java.util.UUID;

/**
 * Points to be spent in a store.
 *
 * @param id made by the client
 * @param customer any code of the person
 * @param points above 0
 */
public record RedeemPoints(UUID id, String store, String customer, long points, Instant occurredAt) {
    /** Brings the parts into their form. */
    public RedeemPoints {
        occurredAt = Texts.within(occurredAt, "time");
    }
}
