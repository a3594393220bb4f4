package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as its customer keeps it: what it came to, and what has come back of it. */
final class SoldOrder {
    /** As sent, with the prices and discounts that hold. */
    final Map<String, Object> body;

    final @Nullable BigDecimal step;
    private final Map<String, BigDecimal> left = new TreeMap<>();
    private BigDecimal linesBack = BigDecimal.ZERO;
    private BigDecimal payableBack = BigDecimal.ZERO;
    private BigDecimal otherBack = BigDecimal.ZERO;

    SoldOrder(Map<String, Object> body, @Nullable BigDecimal storeStep) {
        this.body = body;
        List<Map<String, Object>> payments = Body.list(body, "payments");
        boolean cash = payments.isEmpty() || Money.sum(payments, "cash"::equals).signum() > 0;
        this.step = cash ? storeStep : null;
        payments.forEach(payment -> left.merge(payer(payment), Body.decimal(payment, "amount"), BigDecimal::add));
    }

    /** The tender, and the gift card where one pays. */
    private static String payer(Map<String, Object> money) {
        String tender = Body.text(money, "tender");
        return money.containsKey("giftCard") ? tender + ":" + money.get("giftCard") : tender;
    }

    UUID id() {
        return Body.id(body);
    }

    /** What the next return of that much is refunded with, or nothing where it cannot be. */
    synchronized @Nullable List<Map<String, Object>> refunds(BigDecimal lines, Chance chance) {
        BigDecimal together = Money.minor(lines.add(linesBack));
        BigDecimal before = payableBack;
        List<Map<String, Object>> refunds = new ArrayList<>();
        BigDecimal open = together.subtract(before);
        BigDecimal other = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> tender : left.entrySet()) {
            BigDecimal most = tender.getValue().min(open);
            if (!tender.getKey().equals("cash") && most.signum() > 0) {
                String[] payer = tender.getKey().split(":", 2);
                refunds.add(Body.of(
                        "id",
                        chance.id(),
                        "tender",
                        payer[0],
                        "amount",
                        most,
                        "giftCard",
                        payer.length > 1 ? payer[1] : null));
                open = open.subtract(most);
                other = other.add(most);
            }
        }
        BigDecimal cash = together.subtract(otherBack).subtract(other).max(BigDecimal.ZERO);
        BigDecimal due = together.subtract(cash)
                .add(Money.cash(cash, step))
                .subtract(before)
                .max(BigDecimal.ZERO);
        BigDecimal inCash = due.subtract(other);
        if (inCash.signum() < 0) {
            return null;
        }
        if (inCash.signum() > 0) {
            refunds.add(Body.of("id", chance.id(), "tender", "cash", "amount", inCash));
        }
        return refunds;
    }

    /** Notes a return that was accepted. */
    synchronized void back(BigDecimal lines, List<Map<String, Object>> refunds) {
        linesBack = linesBack.add(lines);
        payableBack = payableBack.add(Money.sum(refunds, tender -> true));
        otherBack = otherBack.add(Money.sum(refunds, tender -> !tender.equals("cash")));
        refunds.forEach(refund ->
                left.merge(payer(refund), Body.decimal(refund, "amount").negate(), BigDecimal::add));
    }
}
