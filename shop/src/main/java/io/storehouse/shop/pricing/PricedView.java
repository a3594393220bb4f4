package io.storehouse.shop.pricing;

import io.storehouse.shop.taxes.LineTax;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A priced cart as HTTP shows it.
 *
 * @param tax Σ of the lines
 * @param taxAdded what of it comes on top of linesTotal
 * @param warnings coupons that take nothing, and why
 */
public record PricedView(
        List<Line> lines,
        BigDecimal gross,
        BigDecimal discount,
        BigDecimal linesTotal,
        BigDecimal tax,
        BigDecimal taxAdded,
        BigDecimal payable,
        List<Coupon> coupons,
        List<Warning> warnings,
        long pointsUsed,
        long pointsEarned) {

    /** One line with its trail. */
    public record Line(
            int lineNo,
            String sku,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal gross,
            BigDecimal discount,
            BigDecimal amount,
            @Nullable BigDecimal taxPercent,
            BigDecimal tax,
            List<Step> trail) {}

    /** What one rule took. */
    public record Step(String kind, String rule, @Nullable String coupon, BigDecimal amount) {
        /** The take as HTTP shows it. */
        public static Step of(Take take) {
            return new Step(take.kind().code(), take.rule(), take.coupon(), take.amount());
        }
    }

    /** A coupon that takes something. */
    public record Coupon(String coupon, @Nullable String campaign, BigDecimal amount) {}

    /**
     * A coupon that takes nothing.
     *
     * @param reason {@link CouponRefusal#code}
     */
    public record Warning(String coupon, String reason, String detail) {}

    /** The cart as HTTP shows it. */
    public static PricedView of(PricedCart cart) {
        return new PricedView(
                IntStream.range(0, cart.lines().size())
                        .mapToObj(i -> line(
                                i + 1, cart.lines().get(i), cart.taxes().lines().get(i)))
                        .toList(),
                cart.gross(),
                cart.discount(),
                cart.linesTotal(),
                cart.taxes().tax(),
                cart.taxes().added(),
                cart.payable(),
                cart.coupons().stream()
                        .filter(outcome -> outcome.refusal() == null)
                        .map(outcome -> new Coupon(outcome.coupon(), outcome.campaign(), outcome.amount()))
                        .toList(),
                warnings(cart.coupons()),
                cart.pointsUsed(),
                cart.pointsEarned());
    }

    static List<Warning> warnings(List<CouponOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.refusal() != null)
                .map(outcome -> warning(outcome.coupon(), Objects.requireNonNull(outcome.refusal())))
                .toList();
    }

    private static Warning warning(String coupon, CouponRefusal refusal) {
        return new Warning(coupon, refusal.code(), refusal.text());
    }

    private static Line line(int lineNo, PricedLine line, LineTax tax) {
        return new Line(
                lineNo,
                line.sku(),
                line.quantity(),
                line.unitPrice(),
                line.gross(),
                line.discount(),
                line.amount(),
                tax.percent(),
                tax.tax(),
                line.trail().stream().map(Step::of).toList());
    }
}
