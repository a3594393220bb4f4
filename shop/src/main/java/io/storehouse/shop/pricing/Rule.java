package io.storehouse.shop.pricing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the engine applies it.
 *
 * @param code unique; decides between rules of one priority
 * @param currency of its amounts; null where it has none
 * @param from the first instant
 * @param until the first instant after
 * @param priority higher acts first
 */
record Rule(
        String code,
        RuleKind kind,
        Effect effect,
        @Nullable String currency,
        Instant from,
        Instant until,
        int priority,
        Stacking stacking,
        Scope scope) {

    static final Comparator<Rule> ORDER =
            Comparator.comparingInt(Rule::priority).reversed().thenComparing(Rule::code);

    /** How a rule lives with others on one line. */
    enum Stacking {
        /** Takes from what others left. */
        STACKABLE,
        /** Takes only from lines from which nothing was taken, and nothing is taken from them afterwards (points apart). */
        EXCLUSIVE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Stacking ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Why the rule does not apply to the cart; empty when it does. */
    Optional<CouponRefusal> refusal(Basket basket) {
        if (basket.at().isBefore(from)) {
            return Optional.of(CouponRefusal.NOT_STARTED);
        }
        if (!basket.at().isBefore(until)) {
            return Optional.of(CouponRefusal.ENDED);
        }
        if (!scope.hasStore(basket.store())) {
            return Optional.of(CouponRefusal.OTHER_STORE);
        }
        if (currency != null && !currency.equals(basket.currency().getCurrencyCode())) {
            return Optional.of(CouponRefusal.OTHER_CURRENCY);
        }
        if (!scope.hasTier(basket.tier())) {
            return Optional.of(CouponRefusal.OTHER_CUSTOMER);
        }
        return Optional.empty();
    }

    boolean exclusive() {
        return stacking == Stacking.EXCLUSIVE;
    }
}
