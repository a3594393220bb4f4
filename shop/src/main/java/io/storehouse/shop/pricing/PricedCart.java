package io.storehouse.shop.pricing;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a cart costs.
 *
 * @param lines in the cart's order
 * @param linesTotal gross − discount, 4 places
 * @param payable linesTotal in the currency's places, half up
 * @param coupons one for each that was shown, by code
 * @param pointsUsed of those offered
 * @param pointsEarned by paying
 */
public record PricedCart(
        List<PricedLine> lines,
        BigDecimal gross,
        BigDecimal discount,
        BigDecimal linesTotal,
        BigDecimal payable,
        List<CouponOutcome> coupons,
        long pointsUsed,
        long pointsEarned) {}
