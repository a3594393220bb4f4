package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stock was corrected, without money.
 *
 * @param adjustmentId UUID made by the client
 * @param reference the number of the document it comes from
 * @param channel {@code till} or {@code import}
 * @param till the till's code, or null
 */
public record StockAdjusted(
        String adjustmentId,
        String reference,
        String channel,
        @Nullable String till,
        List<Line> lines,
        List<StockMove> moves) {

    /**
     * One correction.
     *
     * @param quantity signed
     * @param goods false for a service: it is recorded, and moves nothing
     */
    public record Line(int lineNo, String sku, BigDecimal quantity, String reason, boolean goods) {}
}
