package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.giftcards.GiftCardCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale to be recorded.
 *
 * @param id made by the client; the order's identity
 * @param number what is printed on the receipt; null for one made from the id
 * @param till the till's code, or null
 * @param customer the customer's code, or null
 * @param lines at least one; numbered from 1 in this order
 * @param payments their sum is the payable amount: Σ line amounts and the tax on top of them, rounded to the currency's places, half up; what of it is
 *     paid in cash rounds to the store's cash step
 * @param reservationId what holds the goods until now, or null; the order consumes it
 * @param offline true when the till took it without the shop: the customer has paid and gone, what stock does not cover is
 *     recorded as a shortage, and the till's prices stand; not part of what makes two the same request
 * @param pricing how the shop is to price it; null where it takes the prices as they are sent
 */
public record PlaceOrder(
        UUID id,
        @Nullable String number,
        String store,
        @Nullable String till,
        @Nullable String customer,
        Channel channel,
        Instant occurredAt,
        List<Line> lines,
        List<Tendered> payments,
        @Nullable UUID reservationId,
        boolean offline,
        @Nullable Pricing pricing) {

    /** Brings the parts into their form. */
    public PlaceOrder {
        customer = Texts.stripped(customer);
        occurredAt = Texts.within(occurredAt, "time");
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
    }

    /**
     * One line.
     *
     * @param name as printed; null for the catalogue's
     * @param quantity above 0, at most 3 places
     * @param unitPrice from 0, at most 4 places
     * @param discount from 0 to quantity × unit price, at most 4 places
     * @param giftCard the gift card that the line sells at its unit price, or null
     * @param tax what the till took; of an order that it sold offline it stands, else it must be what the shop works out; null where
     *     the till leaves it to the shop
     */
    public record Line(
            UUID id,
            String sku,
            @Nullable String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            @Nullable GiftCardCode giftCard,
            @Nullable BigDecimal tax) {

        /** Brings the parts into their form. */
        public Line {
            sku = sku.toUpperCase(Locale.ROOT);
            quantity = Decimals.quantity(quantity, "quantity");
            unitPrice = Decimals.money(unitPrice, "unit price");
            discount = Decimals.money(discount, "discount");
            tax = tax == null ? null : Decimals.money(tax, "tax");
        }

        /** A line that sells no gift card, and whose tax the shop works out. */
        public Line(
                UUID id,
                String sku,
                @Nullable String name,
                BigDecimal quantity,
                BigDecimal unitPrice,
                BigDecimal discount) {
            this(id, sku, name, quantity, unitPrice, discount, null, null);
        }

        Line at(BigDecimal price, BigDecimal reduction) {
            return new Line(id, sku, name, quantity, price, reduction, giftCard, tax);
        }
    }

    /**
     * How the shop prices the order, at the order's time. The lines' unit prices, and discounts above 0, are what the till
     * showed.
     *
     * @param coupons codes in any case
     * @param expectedPayable what the till showed
     * @param overrides lines whose unit price was set by hand, by someone who may
     * @param freight lines that are freight
     * @param points that the customer pays with, from 0; those that are not needed are not spent
     */
    public record Pricing(
            List<String> coupons, BigDecimal expectedPayable, Set<UUID> overrides, Set<UUID> freight, long points) {

        /** Brings the parts into their form. */
        public Pricing {
            coupons = List.copyOf(coupons);
            expectedPayable = Decimals.money(expectedPayable, "expected amount");
            overrides = Set.copyOf(overrides);
            freight = Set.copyOf(freight);
        }
    }

    PlaceOrder with(List<Line> priced) {
        return new PlaceOrder(
                id,
                number,
                store,
                till,
                customer,
                channel,
                occurredAt,
                priced,
                payments,
                reservationId,
                offline,
                pricing);
    }
}
