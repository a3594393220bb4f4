package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return to be recorded.
 *
 * @param id made by the client; the return's identity
 * @param number what is printed on the receipt; null for one made from the id
 * @param orderId the sale it undoes, or null for a return without receipt, which needs an approver
 * @param approvedBy who approved a return without receipt or at a higher price ({@code import} for imports), or null
 * @param lines at least one; numbered from 1 in this order
 * @param refunds their sum is the payable amount, as for a sale
 * @param offline whether it was taken back while the till could not reach the shop; not part of what makes two the same
 */
public record AcceptReturn(
        UUID id,
        @Nullable String number,
        String store,
        @Nullable String till,
        @Nullable String customer,
        Channel channel,
        @Nullable UUID orderId,
        @Nullable String approvedBy,
        Instant occurredAt,
        List<Line> lines,
        List<Tendered> refunds,
        boolean offline) {

    /** Brings the parts into their form. */
    public AcceptReturn {
        customer = Texts.stripped(customer);
        occurredAt = Texts.within(occurredAt, "time");
        lines = List.copyOf(lines);
        refunds = List.copyOf(refunds);
    }

    /**
     * One line.
     *
     * @param orderLineNo the line of the sale it takes back; required with a receipt, null without
     * @param name as printed; null for the catalogue's
     * @param quantity above 0, at most 3 places
     * @param unitPrice from 0, at most 4 places
     * @param reason may be empty
     */
    public record Line(
            UUID id,
            @Nullable Integer orderLineNo,
            String sku,
            @Nullable String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            String reason,
            Disposition disposition) {

        /** Brings the parts into their form. */
        public Line {
            sku = sku.toUpperCase(Locale.ROOT);
            quantity = Decimals.quantity(quantity, "quantity");
            unitPrice = Decimals.money(unitPrice, "unit price");
        }
    }
}
