package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.util.List;

/**
 * Goods of a purchase order went back to its supplier. The stock's own event says what that moved.
 *
 * @param returnId UUID made by the client; also the id of the stock document
 * @param orderId of the purchase order
 * @param supplier the supplier's code
 */
public record GoodsReturnedToSupplier(
        String returnId, String reference, String orderId, String orderNo, String supplier, List<Line> lines) {

    /** Copies the list. */
    public GoodsReturnedToSupplier {
        lines = List.copyOf(lines);
    }

    /** One line of the order: quantity above 0, and what a unit had cost. */
    public record Line(int lineNo, String sku, BigDecimal quantity, BigDecimal unitCost, String reason) {}
}
