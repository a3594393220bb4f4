package io.storehouse.shop.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cart with everything that its price depends on, apart from the rules.
 *
 * @param tier of the customer, or null
 * @param at the instant that the price is for
 * @param claimed the price that was promised with the cart's reservation, or null
 */
record Basket(
        String store,
        Currency currency,
        @Nullable String tier,
        Instant at,
        List<Line> lines,
        List<Presented> coupons,
        PointsOffer points,
        @Nullable ClaimedPrice claimed) {

    Basket {
        lines = List.copyOf(lines);
        coupons = List.copyOf(coupons);
    }

    /** A basket whose price nobody was promised. */
    Basket(
            String store,
            Currency currency,
            @Nullable String tier,
            Instant at,
            List<Line> lines,
            List<Presented> coupons,
            PointsOffer points) {
        this(store, currency, tier, at, lines, coupons, points, null);
    }

    /**
     * One line.
     *
     * @param sku upper case
     * @param quantity above 0
     * @param unitPrice from 0, at most 4 places
     */
    record Line(String sku, BigDecimal quantity, BigDecimal unitPrice, LineKind kind) {}

    /**
     * A coupon that the customer shows.
     *
     * @param rule its campaign; null when it is not known
     * @param refusal why it may not be used whatever the cart is, or null
     */
    record Presented(
            String code, @Nullable Rule rule, @Nullable CouponRefusal refusal) {}

    /** Places of the currency's amounts. */
    int places() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
