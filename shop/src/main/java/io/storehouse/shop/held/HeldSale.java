package io.storehouse.shop.held;

import io.storehouse.shop.stores.Store;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cart on its way into the table. */
record HeldSale(long key, HoldSale command, Store store, Instant heldAt, Instant expiresAt) {

    /** What a hold is answered. */
    record Held(
            UUID id,
            String store,
            String till,
            @Nullable String label,
            Instant heldAt,
            Instant expiresAt,
            boolean replayed) {}
}
