package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return was accepted. Quantities and amounts are positive; it is the type that makes them returns. What it says of
 * itself is of all its lines, those of gift cards too; figures count only the others.
 *
 * @param returnId UUID made by the client
 * @param returnNo what is printed on the receipt
 * @param orderId the sale it undoes, or null for a return without receipt
 * @param channel {@code till} or {@code import}
 * @param till the till's code, or null for imports
 * @param customer the customer's code, or null
 * @param approvedBy who approved a return without receipt, or null
 * @param currency ISO 4217
 * @param linesTotal Σ line amounts, 4 places
 * @param rounding what makes the total payable
 * @param payable linesTotal + taxAdded + rounding = Σ refunds
 * @param units Σ quantity of the lines
 * @param fingerprint Σ of the lines' fingerprints, a decimal integer
 * @param tax Σ tax of the lines; null in events of before there were taxes
 * @param taxAdded what of it comes on top of linesTotal; null as above
 */
public record ReturnAccepted(
        String returnId,
        String returnNo,
        @Nullable String orderId,
        String channel,
        @Nullable String till,
        @Nullable String customer,
        @Nullable String approvedBy,
        String currency,
        BigDecimal linesTotal,
        BigDecimal rounding,
        BigDecimal payable,
        BigDecimal units,
        String fingerprint,
        List<Line> lines,
        List<Payment> refunds,
        List<StockMove> moves,
        @Nullable BigDecimal tax,
        @Nullable BigDecimal taxAdded) {

    /**
     * A line of a return.
     *
     * @param lineNo from 1
     * @param id made by the client
     * @param orderLineNo the line of the sale it takes back, or null without receipt
     * @param reason why it came back
     * @param disposition {@code sellable} or {@code damaged}
     * @param goods false for a service: money without stock
     * @param taxPercent the rate, or null where nothing is taxed
     * @param tax of the amount, or on top of it: with a receipt a part of what was paid; null in events of before there were taxes
     * @param giftCard the id (never the code) of the gift card that the line took back, or null: such a line is money
     *     owed no more, and counts in no sales figure
     */
    public record Line(
            int lineNo,
            String id,
            @Nullable Integer orderLineNo,
            String sku,
            String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal amount,
            String reason,
            String disposition,
            boolean goods,
            @Nullable BigDecimal taxPercent,
            @Nullable BigDecimal tax,
            @Nullable String giftCard) {}
}
