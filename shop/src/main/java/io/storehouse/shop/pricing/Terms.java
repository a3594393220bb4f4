package io.storehouse.shop.pricing;

import io.storehouse.contracts.events.PromotionChanged;
import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule takes, as it is written down; {@link Effects} says which members a kind has.
 *
 * @param price a flash sale's unit price
 * @param percent above 0, at most 100
 * @param amount off
 * @param threshold from which sum on
 * @param cap the most that a percentage takes
 * @param rate points for one unit of currency
 * @param repeating whether the one step counts as often as it fits
 */
record Terms(
        @Nullable BigDecimal price,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal threshold,
        @Nullable BigDecimal cap,
        @Nullable BigDecimal rate,
        @Nullable Boolean repeating,
        @Nullable List<Step> steps) {

    /** Brings the parts into their form. */
    Terms {
        price = money(price, "price");
        percent = money(percent, "percent");
        amount = money(amount, "amount");
        threshold = money(threshold, "threshold");
        cap = money(cap, "cap");
        rate = money(rate, "rate");
        steps = steps == null ? null : List.copyOf(steps);
    }

    /** Spend so much, save so much. */
    record Step(BigDecimal threshold, BigDecimal amount) {
        Step {
            threshold = Decimals.money(threshold, "threshold");
            amount = Decimals.money(amount, "amount");
        }
    }

    PromotionChanged.Terms event() {
        return new PromotionChanged.Terms(
                price,
                percent,
                amount,
                threshold,
                cap,
                rate,
                repeating,
                steps == null
                        ? null
                        : steps.stream()
                                .map(step -> new PromotionChanged.Step(step.threshold(), step.amount()))
                                .toList());
    }

    private static @Nullable BigDecimal money(@Nullable BigDecimal value, String what) {
        return value == null ? null : Decimals.money(value, what);
    }
}
