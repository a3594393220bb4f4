package io.storehouse.shop.pricing;

import io.storehouse.shop.taxes.Taxed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a cart costs.
 *
 * @param lines in the cart's order
 * @param linesTotal gross − discount, 4 places
 * @param taxes of the lines
 * @param payable linesTotal and the tax that comes on top of it, in the currency's places, half up
 * @param coupons one for each that was shown, by code
 * @param pointsUsed of those offered
 * @param pointsEarned by paying
 */
public record PricedCart(
        List<PricedLine> lines,
        BigDecimal gross,
        BigDecimal discount,
        BigDecimal linesTotal,
        Taxed taxes,
        BigDecimal payable,
        List<CouponOutcome> coupons,
        long pointsUsed,
        long pointsEarned) {

    PricedCart taxed(Taxed by) {
        return new PricedCart(
                lines,
                gross,
                discount,
                linesTotal,
                by,
                linesTotal.add(by.added()).setScale(payable.scale(), RoundingMode.HALF_UP),
                coupons,
                pointsUsed,
                pointsEarned);
    }
}
