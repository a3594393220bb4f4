package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.util.List;

/**
 * A stocktake was finished.
 *
 * @param countId UUID made by the client
 * @param moves of kind {@code count}: the differences
 */
public record StockCounted(String countId, String reference, List<Line> lines, List<StockMove> moves) {

    /**
     * One SKU.
     *
     * @param found Σ over the places where it was counted
     * @param book what the books had at the time of the count, with everything that had happened by then
     */
    public record Line(String sku, BigDecimal found, BigDecimal book) {}
}
