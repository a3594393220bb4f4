package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;

/**
 * Points that a customer wants to pay with.
 *
 * @param points from 0
 * @param worth of one point in the cart's currency, from 0
 */
record PointsOffer(long points, BigDecimal worth) {
    /** No points. */
    static final PointsOffer NONE = new PointsOffer(0, BigDecimal.ZERO);

    /** Brings the parts into their form. */
    PointsOffer {
        worth = Decimals.money(worth, "worth of a point");
        if (points < 0 || worth.signum() < 0) {
            throw PricingError.invalidCart("Invalid points: expected from 0, at a worth from 0");
        }
    }
}
