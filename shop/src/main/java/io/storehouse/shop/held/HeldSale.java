package io.storehouse.shop.held;

import io.storehouse.shop.stores.Store;
import java.time.Instant;
import java.util.UUID;

/** A cart on its way into the table. */
record HeldSale(long key, HoldSale command, Store store, Instant heldAt, Instant expiresAt) {

    /** What a hold is answered, but for its label: the answer is kept for good, and the label is in each request. */
    record Held(UUID id, String store, String till, Instant heldAt, Instant expiresAt, boolean replayed) {}
}
