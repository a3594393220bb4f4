package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line while rules take from it: Σ takes = gross − remaining, and remaining ≥ 0. */
final class OpenLine {
    /**
     * Lines in an order that their places in the cart do not decide. Lines that it takes for equal are interchangeable: swapping
     * them changes no total.
     */
    static final Comparator<OpenLine> BY_CONTENT = Comparator.comparing(OpenLine::remaining)
            .reversed()
            .thenComparing(open -> open.line.sku())
            .thenComparing(open -> open.line.quantity())
            .thenComparing(open -> open.line.unitPrice());

    private final Basket.Line line;
    private final BigDecimal gross;
    private final List<Take> trail = new ArrayList<>();
    private BigDecimal remaining;
    private boolean closed;

    OpenLine(Basket.Line line) {
        this.line = line;
        this.gross = Decimals.extend(line.quantity(), line.unitPrice());
        this.remaining = gross;
    }

    Basket.Line line() {
        return line;
    }

    BigDecimal remaining() {
        return remaining;
    }

    /** Whether the rule covers the line, whatever others have done to it. */
    boolean coveredBy(Rule rule) {
        return line.kind() == LineKind.GOODS && rule.scope().hasSku(line.sku());
    }

    /** Whether it is what the price was promised for. */
    boolean isFor(ClaimedPrice claimed) {
        return line.kind() == LineKind.GOODS
                && line.sku().equals(claimed.sku())
                && line.quantity().compareTo(claimed.quantity()) == 0;
    }

    /** Of flash prices only the first counts. */
    boolean openTo(Rule rule) {
        boolean alone = rule.exclusive() || rule.kind() == RuleKind.FLASH_PRICE;
        return coveredBy(rule) && !closed && !(alone && !trail.isEmpty());
    }

    /** Whether it is freight that the rule may make cheaper; the rule's SKUs are the goods, not the freight. */
    boolean freightFor(Rule rule) {
        return line.kind() == LineKind.FREIGHT && !closed && !(rule.exclusive() && !trail.isEmpty());
    }

    void take(Rule rule, @Nullable String coupon, BigDecimal amount) {
        take(new Take(rule.kind(), rule.code(), coupon, amount.setScale(Decimals.MONEY_PLACES)));
    }

    void take(Take take) {
        if (take.amount().signum() < 0 || take.amount().compareTo(remaining) > 0) {
            throw new IllegalStateException("Rule " + take.rule() + " takes " + take.amount() + " of " + remaining);
        }
        if (take.amount().signum() > 0) {
            remaining = remaining.subtract(take.amount());
            trail.add(take);
        }
    }

    /** After an exclusive rule has taken. */
    void close() {
        closed = true;
    }

    PricedLine priced() {
        return new PricedLine(
                line.sku(),
                line.quantity(),
                line.unitPrice(),
                gross,
                gross.subtract(remaining),
                remaining,
                List.copyOf(trail));
    }
}
