package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What documents come to, worked out from requests alone. */
final class Money {
    private static final int PLACES = 4;
    private static final int MINOR = 2;

    private Money() {}

    /** Quantity × price. */
    static BigDecimal extended(Map<String, Object> line) {
        return Body.decimal(line, "quantity")
                .multiply(Body.decimal(line, "unitPrice"))
                .setScale(PLACES, RoundingMode.HALF_UP);
    }

    static BigDecimal amount(Map<String, Object> line) {
        return extended(line).subtract(Body.decimal(line, "discount"));
    }

    static BigDecimal total(List<Map<String, Object>> lines) {
        return lines.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal sum(List<Map<String, Object>> money, Predicate<String> tender) {
        return money.stream()
                .filter(payment -> tender.test(Body.text(payment, "tender")))
                .map(payment -> Body.decimal(payment, "amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal minor(BigDecimal amount) {
        return amount.setScale(MINOR, RoundingMode.HALF_UP);
    }

    /** An amount as cash can pay it. */
    static BigDecimal cash(BigDecimal amount, @Nullable BigDecimal step) {
        return step == null
                ? amount
                : amount.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
    }

    /** What part of a value the next pieces have, so that all parts together are the value. */
    static BigDecimal share(BigDecimal value, BigDecimal whole, BigDecimal before, BigDecimal part) {
        return upTo(value, whole, before.add(part)).subtract(upTo(value, whole, before));
    }

    private static BigDecimal upTo(BigDecimal value, BigDecimal whole, BigDecimal quantity) {
        return value.multiply(quantity).divide(whole, PLACES, RoundingMode.HALF_UP);
    }
}
