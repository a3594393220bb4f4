package io.storehouse.shop.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of a coupon.
 *
 * @param campaign null when the coupon is not known
 * @param amount what it takes off; above 0 exactly when it is not refused
 * @param refusal why it takes nothing, or null
 */
public record CouponOutcome(
        String coupon,
        @Nullable String campaign,
        BigDecimal amount,
        @Nullable CouponRefusal refusal) {}
