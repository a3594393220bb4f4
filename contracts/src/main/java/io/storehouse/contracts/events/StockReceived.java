package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.util.List;

/**
 * Goods came in.
 *
 * @param receiptId UUID made by the client
 * @param reference the number of the document it comes from
 * @param channel {@code till} or {@code import}
 * @param assumed true for an opening receipt whose cost is assumed, because the history has none
 */
public record StockReceived(
        String receiptId, String reference, String channel, boolean assumed, List<Line> lines, List<StockMove> moves) {

    /** One SKU of a receipt; quantity above 0, unit cost with 4 places. */
    public record Line(int lineNo, String sku, BigDecimal quantity, BigDecimal unitCost) {}
}
