package io.storehouse.shop.sales;

import io.storehouse.shop.taxes.LineTax;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale or a return as it is on record. Amounts are positive for both.
 *
 * @param order the sale that a return undoes; null for sales and for returns without receipt
 * @param orderNumber the number of that sale
 * @param gross Σ quantity × unit price
 * @param tax Σ of the lines
 * @param taxAdded what of it comes on top of the lines' amounts
 * @param rounding payable − (gross − discount + taxAdded)
 * @param money payments of a sale, refunds of a return
 * @param voided whether it is a sale that was voided, or the return that voids one
 */
public record SaleRecord(
        Kind kind,
        UUID id,
        String number,
        String store,
        @Nullable String till,
        @Nullable String customer,
        @Nullable UUID order,
        @Nullable String orderNumber,
        LocalDate businessDate,
        Instant occurredAt,
        String currency,
        BigDecimal gross,
        BigDecimal discount,
        BigDecimal tax,
        BigDecimal taxAdded,
        BigDecimal rounding,
        BigDecimal payable,
        List<Line> lines,
        List<Tendered> money,
        boolean voided) {

    /** Which of the two. */
    public enum Kind {
        /** A sale. */
        SALE,
        /** A return. */
        RETURN
    }

    /** A line with its amount = quantity × unit price − discount. */
    public record Line(
            int lineNo,
            String sku,
            String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            BigDecimal amount,
            LineTax tax) {}
}
