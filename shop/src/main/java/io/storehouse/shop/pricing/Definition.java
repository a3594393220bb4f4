package io.storehouse.shop.pricing;

import io.storehouse.contracts.events.PromotionChanged;
import io.storehouse.shop.documents.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A promotion or coupon campaign as it is written down.
 *
 * @param startsAt the first instant
 * @param endsAt the first instant after
 * @param currency ISO 4217 of its amounts; null where it has none
 * @param stores codes, sorted; null for all
 * @param skus upper case, sorted; null for all
 * @param tiers of customers, sorted; null for all
 * @param campaign of coupons exactly
 */
record Definition(
        String code,
        String name,
        RuleKind kind,
        boolean enabled,
        Instant startsAt,
        Instant endsAt,
        @Nullable String currency,
        int priority,
        Rule.Stacking stacking,
        @Nullable List<String> stores,
        @Nullable List<String> skus,
        @Nullable List<String> tiers,
        Terms terms,
        @Nullable Campaign campaign) {

    private static final int MOST_VALUES = 2000;

    /** Brings the parts into their form, and refuses those that contradict each other. */
    Definition {
        startsAt = Texts.within(startsAt, "start").truncatedTo(ChronoUnit.MICROS);
        endsAt = Texts.within(endsAt, "end").truncatedTo(ChronoUnit.MICROS);
        stores = sorted(stores, "stores");
        skus = skus == null
                ? null
                : sorted(skus.stream().map(sku -> sku.toUpperCase(Locale.ROOT)).toList(), "SKUs");
        tiers = sorted(tiers, "tiers");
        Texts.atMost(Texts.NAME, name, "name");
        if (code.isBlank()
                || code.length() > Texts.NUMBER
                || code.equals(RuleKind.POINTS.code())
                || code.equals(RuleKind.TILL.code())) {
            throw PricingError.invalid("Invalid code: '" + code + "'");
        }
        if (!startsAt.isBefore(endsAt)) {
            throw PricingError.invalid("Invalid period of " + code + ": it ends before it starts");
        }
        if (!kind.definable() || (kind == RuleKind.COUPON) != (campaign != null)) {
            throw PricingError.invalid("Invalid kind of " + code + ": " + kind.code());
        }
        if (kind == RuleKind.FLASH_PRICE && skus == null) {
            throw PricingError.invalid("Invalid flash price of " + code + ": it needs SKUs");
        }
        Effects.of(kind, terms, money(currency));
    }

    /**
     * What a coupon campaign has more.
     *
     * @param sharedCode upper case; null where each code is used once
     * @param totalLimit of uses of the shared code, or null
     * @param customerLimit of uses by one customer, who has to be known then; or null
     * @param restorable whether a full return gives a coupon that is used once back
     */
    record Campaign(
            @Nullable String sharedCode,
            @Nullable Integer totalLimit,
            @Nullable Integer customerLimit,
            boolean restorable) {
        Campaign {
            sharedCode = sharedCode == null ? null : Cart.coupon(sharedCode);
            if (sharedCode != null && sharedCode.isBlank()) {
                throw PricingError.invalid("Invalid shared code: it is blank");
            }
            if (sharedCode == null && totalLimit != null) {
                throw PricingError.invalid("Invalid total limit: codes that are used once have none; make fewer");
            }
            if (sharedCode != null && restorable) {
                throw PricingError.invalid("Invalid campaign: only coupons that are used once are given back");
            }
            if (totalLimit != null && totalLimit < 1 || customerLimit != null && customerLimit < 1) {
                throw PricingError.invalid("Invalid limit: expected 1 or more");
            }
        }

        int most() {
            return totalLimit == null ? Integer.MAX_VALUE : totalLimit;
        }
    }

    PromotionChanged event(@Nullable Long codes) {
        return new PromotionChanged(
                code,
                name,
                kind.code(),
                enabled,
                startsAt,
                endsAt,
                currency,
                priority,
                stacking == Rule.Stacking.EXCLUSIVE,
                stores,
                skus,
                tiers,
                terms.event(),
                codes);
    }

    private static @Nullable List<String> sorted(@Nullable List<String> values, String what) {
        if (values == null) {
            return null;
        }
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw PricingError.invalid(
                    "Invalid " + what + ": expected 1 to " + MOST_VALUES + ", or none of the member for all");
        }
        values.forEach(value -> Texts.atMost(Texts.NUMBER, value, what));
        return values.stream().distinct().sorted().toList();
    }

    private static @Nullable Currency money(@Nullable String code) {
        try {
            return code == null ? null : Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw PricingError.invalid("Invalid currency: '" + code + "'");
        }
    }
}
