package io.storehouse.shop.sales;

import io.storehouse.shop.pricing.CouponOutcome;
import io.storehouse.shop.pricing.Take;
import java.util.List;

/**
 * An order with the prices that it is recorded at.
 *
 * @param order its lines have their final unit prices and discounts
 * @param trail what was taken off each line, in the lines' order; empty where the shop did not price the order
 * @param coupons to be used
 */
record PricedOrder(PlaceOrder order, List<List<Take>> trail, List<CouponOutcome> coupons) {
    static PricedOrder asSent(PlaceOrder order) {
        return new PricedOrder(order, List.of(), List.of());
    }
}
