package io.storehouse.shop.pricelists;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A price that a list has.
 *
 * @param amount of one unit, with 4 places, in the store's currency
 * @param source the list that says so
 * @param change the change that set it
 */
public record Price(String sku, BigDecimal amount, Source source, Instant validFrom, UUID change) {

    /** Where a price comes from. */
    public enum Source {
        /** The store's own list. */
        STORE,
        /** The chain's list. */
        CHAIN
    }
}
