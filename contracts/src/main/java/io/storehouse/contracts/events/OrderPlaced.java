package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale was placed. What it says of itself is of all its lines, those that sold gift cards too; figures count only
 * the others, and an order without any is no sale to them.
 *
 * @param orderId UUID made by the client
 * @param orderNo what is printed on the receipt
 * @param channel {@code till} or {@code import}
 * @param till the till's code, or null for imports
 * @param customer the customer's code, or null
 * @param currency ISO 4217
 * @param gross Σ quantity × unit price of all lines, those of gift cards too
 * @param discount Σ line discounts
 * @param linesTotal gross − discount, 4 places
 * @param rounding what makes the total payable
 * @param payable linesTotal + taxAdded + rounding = Σ payments
 * @param units Σ quantity of the lines
 * @param fingerprint Σ of the lines' fingerprints, a decimal integer
 * @param tax Σ tax of the lines; null in events of before there were taxes
 * @param taxAdded what of it comes on top of linesTotal: all of it, or 0 where prices include it; null as above
 */
public record OrderPlaced(
        String orderId,
        String orderNo,
        String channel,
        @Nullable String till,
        @Nullable String customer,
        String currency,
        BigDecimal gross,
        BigDecimal discount,
        BigDecimal linesTotal,
        BigDecimal rounding,
        BigDecimal payable,
        BigDecimal units,
        String fingerprint,
        List<Line> lines,
        List<Payment> payments,
        List<StockMove> moves,
        @Nullable BigDecimal tax,
        @Nullable BigDecimal taxAdded) {

    /**
     * A line of a sale; price, name and discount are frozen as they were at the till.
     *
     * @param lineNo from 1
     * @param id made by the client
     * @param amount quantity × unit price − discount, 4 places
     * @param goods false for a service: money without stock
     * @param trail which rule took how much, Σ = discount; null where the shop did not price the order
     * @param giftCard the id (never the code) of the gift card that the line sold, or null: such a line is money owed and no
     *     sale, and counts in no sales figure; what the card pays later is the sale
     * @param taxPercent the rate, or null where nothing is taxed
     * @param tax of the amount, or on top of it; null in events of before there were taxes
     */
    public record Line(
            int lineNo,
            String id,
            String sku,
            String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            BigDecimal amount,
            boolean goods,
            @Nullable List<Take> trail,
            @Nullable String giftCard,
            @Nullable BigDecimal taxPercent,
            @Nullable BigDecimal tax) {}

    /**
     * What one rule took off a line.
     *
     * @param kind {@code flash_price}, {@code percentage}, {@code spend_and_save}, {@code coupon}, {@code points},
     *     {@code freight}, or {@code till} for what a till that was offline took
     * @param rule the rule's or campaign's code
     * @param amount above 0
     */
    public record Take(String kind, String rule, BigDecimal amount) {}
}
