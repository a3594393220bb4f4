package io.storehouse.shop.flashsale;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A flash sale as it is.
 *
 * @param key the surrogate key, for tables only
 * @param store the store's code
 * @param price of a unit
 * @param remaining of the quota, what nobody has won
 * @param until the first instant after
 * @param payWithin how long a winner has to pay
 * @param state {@link #OPEN}, {@link #CANCELLED} or {@link #ENDED}; an open one sells from its first to its last instant
 * @param hold what holds its units in stock
 */
record FlashSale(
        long key,
        UUID id,
        String name,
        String store,
        String sku,
        BigDecimal price,
        int quota,
        int remaining,
        Instant from,
        Instant until,
        Duration payWithin,
        String state,
        int version,
        UUID hold) {
    static final String OPEN = "open";
    static final String CANCELLED = "cancelled";
    static final String ENDED = "ended";

    boolean open() {
        return state.equals(OPEN);
    }
}
