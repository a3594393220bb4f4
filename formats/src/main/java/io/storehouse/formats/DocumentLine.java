package io.storehouse.formats;

import java.math.BigDecimal;

/**
 * One row of a document.
 *
 * @param lineNo from 1 within its document, in the order of the file
 * @param fileLine of the row in the file
 * @param name the row's own description, may be empty
 * @param quantity above 0 in sales and returns; signed in adjustments
 * @param unitPrice at or above 0
 * @param goods false for a service: money without stock
 */
public record DocumentLine(
        int lineNo, int fileLine, String sku, String name, BigDecimal quantity, BigDecimal unitPrice, boolean goods) {

    /** Quantity × unit price, exactly. */
    public BigDecimal amount() {
        return quantity.multiply(unitPrice);
    }
}
