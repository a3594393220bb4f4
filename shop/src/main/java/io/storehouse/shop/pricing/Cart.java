package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cart to be priced.
 *
 * @param customer the customer's code, or null
 * @param at the instant that the price is for
 * @param coupons codes in any case; twice counts once
 * @param points that the customer wants to pay with, from 0; those that are not needed are not used
 * @param reservation what holds the goods, or null; a price that was promised with it counts
 */
public record Cart(
        String store,
        @Nullable String customer,
        Instant at,
        List<Line> lines,
        List<String> coupons,
        long points,
        @Nullable UUID reservation) {

    private static final int MOST_LINES = 10_000;
    private static final int MOST_COUPONS = 100;

    /** Brings the parts into their form. */
    public Cart {
        at = Texts.within(at, "time");
        lines = List.copyOf(lines);
        coupons = coupons.stream().map(Cart::coupon).distinct().sorted().toList();
        if (points < 0) {
            throw PricingError.invalidCart("Invalid points: expected 0 or more");
        }
        if (lines.isEmpty() || lines.size() > MOST_LINES || coupons.size() > MOST_COUPONS) {
            throw PricingError.invalidCart(
                    "Invalid cart: expected 1 to " + MOST_LINES + " lines and at most " + MOST_COUPONS + " coupons");
        }
    }

    /** A coupon's code as it is kept: upper case, without blanks around it. */
    static String coupon(String code) {
        String kept = code.strip().toUpperCase(Locale.ROOT);
        Texts.atMost(Texts.NUMBER, kept, "coupon");
        return kept;
    }

    /**
     * One line.
     *
     * @param quantity above 0, at most 3 places
     * @param unitPrice null for the list price
     */
    public record Line(
            String sku, BigDecimal quantity, @Nullable BigDecimal unitPrice, LineKind kind) {

        /** Brings the parts into their form. */
        public Line {
            sku = sku.toUpperCase(Locale.ROOT);
            quantity = Decimals.quantity(quantity, "quantity");
            unitPrice = unitPrice == null ? null : Decimals.money(unitPrice, "unit price");
            if (quantity.signum() <= 0) {
                throw PricingError.invalidCart("Invalid quantity of " + sku + ": expected above 0");
            }
            if (unitPrice != null && unitPrice.signum() < 0) {
                throw PricingError.invalidCart("Invalid unit price of " + sku + ": expected 0 or more");
            }
            if (unitPrice != null) {
                Decimals.money(Decimals.extend(quantity, unitPrice), "amount of " + sku);
            }
        }
    }
}
