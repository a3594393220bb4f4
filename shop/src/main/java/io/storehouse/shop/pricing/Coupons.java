package io.storehouse.shop.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uses coupons and gives them back. Every method needs a running transaction, and a number of statements that is fixed. */
public interface Coupons {
    /**
     * Uses coupons, each by one conditional update, in sorted order.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code coupon-refused} with those that cannot be used, of orders that
     *     were not made offline; the others' are recorded as conflicts
     */
    void redeem(List<Redemption> redemptions);

    /** Gives back what orders that were returned in full had used, once, where the campaign allows it. */
    void restore(Collection<UUID> orders);

    /**
     * A coupon that an order uses.
     *
     * @param customer the customer's code, or null
     * @param coupon as in {@link CouponOutcome#coupon}
     * @param amount that it took off
     * @param offline whether the customer has gone with it already
     */
    record Redemption(
            UUID order, @Nullable String customer, String coupon, BigDecimal amount, Instant at, boolean offline) {}
}
