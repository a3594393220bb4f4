package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.util.List;

/**
 * A purchase order was made, taken a step further, or goods of it came in or went back; it is told as it is now.
 *
 * @param orderId UUID made by the client
 * @param supplier the supplier's code
 * @param state {@code draft}, {@code submitted}, {@code approved}, {@code partly_received}, {@code received}, {@code closed} or
 *     {@code cancelled}
 * @param version of the order, one more with each event
 */
public record PurchaseOrderChanged(
        String orderId, String orderNo, String supplier, String state, long version, List<Line> lines) {

    /** Copies the list. */
    public PurchaseOrderChanged {
        lines = List.copyOf(lines);
    }

    /** One SKU of an order, in its own unit: what was ordered, what came in, and what of that was sent back. */
    public record Line(
            int lineNo,
            String sku,
            BigDecimal quantity,
            BigDecimal unitCost,
            BigDecimal received,
            BigDecimal sentBack) {}
}
