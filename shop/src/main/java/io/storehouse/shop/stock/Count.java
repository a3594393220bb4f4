package io.storehouse.shop.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A stocktake as it is.
 *
 * @param key the surrogate key, for tables only
 * @param store the store's code
 * @param state {@code open}, {@code finished} or {@code cancelled}
 */
record Count(
        long key,
        UUID id,
        String reference,
        int storeId,
        String store,
        String state,
        Instant occurredAt,
        Instant recordedAt) {
    static final String OPEN = "open";
    static final String CANCELLED = "cancelled";

    /** What was counted at a place, with the books at that time. */
    record Entry(String sku, BigDecimal quantity, BigDecimal book) {}

    /** What was counted of a SKU, with the books at that time. */
    record Line(String sku, BigDecimal counted, BigDecimal book) {
        Line and(Entry entry) {
            return new Line(sku, counted.add(entry.quantity()), book);
        }

        BigDecimal difference() {
            return counted.subtract(book);
        }
    }

    /**
     * An entry as it is read back.
     *
     * @param book on hand when it was counted, as far as it was known when it was recorded
     */
    record Entered(
            String sku,
            String place,
            UUID id,
            String counter,
            BigDecimal quantity,
            BigDecimal book,
            Instant countedAt,
            Instant recordedAt) {}
}
