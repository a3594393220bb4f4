package io.storehouse.shop.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a rule takes, and refuses terms that contradict themselves. */
final class Effects {
    private static final int MOST_STEPS = 20;

    private final RuleKind kind;
    private final Terms terms;
    private final @Nullable Currency currency;

    private Effects(RuleKind kind, Terms terms, @Nullable Currency currency) {
        this.kind = kind;
        this.terms = terms;
        this.currency = currency;
    }

    /**
     * The effect.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code invalid-promotion}
     */
    static Effect of(RuleKind kind, Terms terms, @Nullable Currency currency) {
        return new Effects(kind, terms, currency).read();
    }

    private Effect read() {
        Effect effect = switch (kind) {
            case FLASH_PRICE -> flashPrice();
            case PERCENTAGE -> percentage();
            case SPEND_AND_SAVE -> spendAndSave();
            case COUPON -> coupon();
            case FREIGHT -> freight();
            case POINTS_EARNED -> earning();
            case POINTS, TILL -> throw invalid("nobody defines it");
        };
        boolean amounts = terms.price() != null
                || terms.amount() != null
                || terms.threshold() != null
                || terms.cap() != null
                || terms.steps() != null;
        if (amounts != (currency != null)) {
            throw invalid(amounts ? "amounts need a currency" : "a currency goes with amounts");
        }
        return effect;
    }

    private Effect flashPrice() {
        only("price");
        return new Effect.FlashPrice(amount(terms.price(), "price", 0));
    }

    private Effect percentage() {
        only("percent");
        return new Effect.Percentage(percent());
    }

    private Effect spendAndSave() {
        only("steps", "repeating");
        List<Terms.Step> written = terms.steps();
        boolean repeating = Boolean.TRUE.equals(terms.repeating());
        if (written == null || written.isEmpty() || written.size() > MOST_STEPS) {
            throw invalid("expected 1 to " + MOST_STEPS + " steps");
        }
        if (repeating && written.size() > 1) {
            throw invalid("only a single step repeats");
        }
        List<Effect.Step> steps = new ArrayList<>();
        for (Terms.Step step : written) {
            BigDecimal threshold = amount(step.threshold(), "threshold", 1);
            BigDecimal amount = amount(step.amount(), "amount", 1);
            if (amount.compareTo(threshold) > 0) {
                throw invalid("a step saves more than is spent: " + amount.toPlainString());
            }
            Effect.Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (last != null
                    && (last.threshold().compareTo(threshold) >= 0
                            || last.amount().compareTo(amount) >= 0)) {
                throw invalid("each step spends and saves more than the one before");
            }
            steps.add(new Effect.Step(threshold, amount));
        }
        return new Effect.SpendAndSave(steps, repeating);
    }

    private Effect coupon() {
        BigDecimal threshold = terms.threshold() == null ? BigDecimal.ZERO : amount(terms.threshold(), "threshold", 0);
        if (terms.amount() != null) {
            only("amount", "threshold");
            return new Effect.AmountOff(amount(terms.amount(), "amount", 1), threshold);
        }
        only("percent", "threshold", "cap");
        return new Effect.PercentOff(percent(), threshold, terms.cap() == null ? null : amount(terms.cap(), "cap", 1));
    }

    private Effect freight() {
        only("percent", "threshold");
        return new Effect.Freight(percent(), amount(terms.threshold(), "threshold", 0));
    }

    private Effect earning() {
        only("rate");
        BigDecimal rate = terms.rate();
        if (rate == null || rate.signum() <= 0 || rate.compareTo(new BigDecimal(10_000)) > 0) {
            throw invalid("expected a rate above 0, at most 10000");
        }
        return new Effect.Earning(rate);
    }

    private BigDecimal percent() {
        BigDecimal percent = terms.percent();
        if (percent == null || percent.signum() <= 0 || percent.compareTo(Effect.HUNDRED) > 0) {
            throw invalid("expected a percent above 0, at most 100");
        }
        return percent;
    }

    /** In the currency's places, from 0 or (least 1) above 0. */
    private BigDecimal amount(@Nullable BigDecimal value, String what, int least) {
        int places = currency == null ? 0 : Math.max(0, currency.getDefaultFractionDigits());
        if (value == null || value.signum() < least) {
            throw invalid("expected a " + what + (least == 0 ? " from 0" : " above 0"));
        }
        if (currency != null && value.stripTrailingZeros().scale() > places) {
            throw invalid("expected a " + what + " with at most " + places + " places");
        }
        return value;
    }

    private void only(String... members) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("price", terms.price());
        all.put("percent", terms.percent());
        all.put("amount", terms.amount());
        all.put("threshold", terms.threshold());
        all.put("cap", terms.cap());
        all.put("rate", terms.rate());
        all.put("repeating", terms.repeating());
        all.put("steps", terms.steps());
        all.keySet().removeAll(Set.of(members));
        List<String> others = all.entrySet().stream()
                .filter(entry -> Objects.nonNull(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!others.isEmpty()) {
            throw invalid(String.join(", ", others) + " does not go with it");
        }
    }

    private RuntimeException invalid(String reason) {
        return PricingError.invalid("Invalid terms of a " + kind.code() + ": " + reason);
    }
}
