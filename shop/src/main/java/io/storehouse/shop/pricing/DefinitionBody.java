package io.storehouse.shop.pricing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What promotions and campaigns look like over HTTP. */
final class DefinitionBody {
    private DefinitionBody() {}

    record Promotion(
            @NotNull String name,
            @NotBlank String kind,
            @Nullable Boolean enabled,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,
            @Nullable String currency,
            @Nullable Integer priority,
            @Nullable Boolean exclusive,
            @Nullable List<@NotBlank String> stores,
            @Nullable List<@NotBlank String> skus,
            @Nullable List<@NotBlank String> tiers,
            @NotNull TermsBody terms) {

        Definition definition(String code) {
            RuleKind known = RuleKind.ofCode(kind)
                    .filter(found -> found != RuleKind.COUPON)
                    .orElseThrow(() -> PricingError.invalid("Invalid kind: '" + kind
                            + "'; expected flash_price, percentage, spend_and_save, freight or points_earned"));
            return new Definition(
                    code,
                    name,
                    known,
                    enabled == null || enabled,
                    startsAt,
                    endsAt,
                    currency,
                    priority == null ? 0 : priority,
                    stacking(exclusive),
                    stores,
                    skus,
                    tiers,
                    terms.terms(),
                    null);
        }
    }

    record Campaign(
            @NotNull String name,
            @Nullable Boolean enabled,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,
            @Nullable String currency,
            @Nullable Integer priority,
            @Nullable Boolean exclusive,
            @Nullable List<@NotBlank String> stores,
            @Nullable List<@NotBlank String> skus,
            @Nullable List<@NotBlank String> tiers,
            @NotNull TermsBody terms,
            @Nullable String sharedCode,
            @Nullable Integer totalLimit,
            @Nullable Integer customerLimit,
            @Nullable Boolean restorable) {

        Definition definition(String code) {
            return new Definition(
                    code,
                    name,
                    RuleKind.COUPON,
                    enabled == null || enabled,
                    startsAt,
                    endsAt,
                    currency,
                    priority == null ? 0 : priority,
                    stacking(exclusive),
                    stores,
                    skus,
                    tiers,
                    terms.terms(),
                    new Definition.Campaign(sharedCode, totalLimit, customerLimit, Boolean.TRUE.equals(restorable)));
        }
    }

    record TermsBody(
            @Nullable BigDecimal price,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal threshold,
            @Nullable BigDecimal cap,
            @Nullable BigDecimal rate,
            @Nullable Boolean repeating,
            @Nullable List<@NotNull StepBody> steps) {
        Terms terms() {
            return new Terms(
                    price,
                    percent,
                    amount,
                    threshold,
                    cap,
                    rate,
                    repeating,
                    steps == null ? null : steps.stream().map(StepBody::step).toList());
        }

        static TermsBody of(Terms terms) {
            return new TermsBody(
                    terms.price(),
                    terms.percent(),
                    terms.amount(),
                    terms.threshold(),
                    terms.cap(),
                    terms.rate(),
                    terms.repeating(),
                    terms.steps() == null
                            ? null
                            : terms.steps().stream()
                                    .map(step -> new StepBody(step.threshold(), step.amount()))
                                    .toList());
        }
    }

    record StepBody(
            @Nullable BigDecimal threshold, @Nullable BigDecimal amount) {
        Terms.Step step() {
            if (threshold == null || amount == null) {
                throw PricingError.invalid("Invalid step: expected a threshold and an amount");
            }
            return new Terms.Step(threshold, amount);
        }
    }

    private static Rule.Stacking stacking(@Nullable Boolean exclusive) {
        return Boolean.TRUE.equals(exclusive) ? Rule.Stacking.EXCLUSIVE : Rule.Stacking.STACKABLE;
    }
}
