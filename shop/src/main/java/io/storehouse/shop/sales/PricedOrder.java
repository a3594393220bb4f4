package io.storehouse.shop.sales;

import io.storehouse.shop.pricing.CouponOutcome;
import io.storehouse.shop.pricing.RuleKind;
import io.storehouse.shop.pricing.Take;
import java.math.BigDecimal;
import java.util.List;

/**
 * An order with the prices that it is recorded at.
 *
 * @param order its lines have their final unit prices and discounts
 * @param trail what was taken off each line, in the lines' order; empty where the shop did not price the order
 * @param coupons to be used
 * @param points to be spent, from 0
 */
record PricedOrder(PlaceOrder order, List<List<Take>> trail, List<CouponOutcome> coupons, long points) {
    static PricedOrder asSent(PlaceOrder order) {
        return new PricedOrder(order, List.of(), List.of(), 0);
    }

    /** What the points pay. */
    BigDecimal byPoints() {
        return trail.stream()
                .flatMap(List::stream)
                .filter(take -> take.kind() == RuleKind.POINTS)
                .map(Take::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
