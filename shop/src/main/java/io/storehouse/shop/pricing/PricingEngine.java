package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.taxes.Taxed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Prices a cart: flash price, percentage, spend-and-save, coupon, points, freight, points earned, in this order. Rules of one
 * step act by priority, then by code. Taxes are not its matter. Values in, values out.
 */
final class PricingEngine {
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Basket basket;
    private final List<Rule> rules;
    private final List<OpenLine> lines;

    private PricingEngine(Basket basket, List<Rule> rules) {
        this.basket = basket;
        this.rules = rules.stream()
                .filter(rule -> rule.refusal(basket).isEmpty())
                .sorted(Rule.ORDER)
                .toList();
        this.lines = basket.lines().stream().map(OpenLine::new).toList();
    }

    /** What the cart costs under these rules, of which those that do not apply to it are left out. */
    static PricedCart price(Basket basket, List<Rule> rules) {
        return new PricingEngine(basket, rules).run();
    }

    private PricedCart run() {
        takeClaimed();
        of(RuleKind.FLASH_PRICE).forEach(this::takeOfLines);
        of(RuleKind.PERCENTAGE).forEach(this::takeOfLines);
        of(RuleKind.SPEND_AND_SAVE).forEach(rule -> takeOfOrder(rule, null));
        List<CouponOutcome> coupons = basket.coupons().stream()
                .sorted(Comparator.comparing(Basket.Presented::rule, Comparator.nullsLast(Rule.ORDER))
                        .thenComparing(Basket.Presented::code))
                .map(this::redeem)
                .sorted(Comparator.comparing(CouponOutcome::coupon))
                .toList();
        long pointsUsed = payByPoints();
        of(RuleKind.FREIGHT).forEach(this::takeOfFreight);
        long pointsEarned = earn();
        return result(coupons, pointsUsed, pointsEarned);
    }

    /** A promised price is the first of the flash prices, and holds for one line. */
    private void takeClaimed() {
        ClaimedPrice claimed = basket.claimed();
        if (claimed == null) {
            return;
        }
        lines.stream()
                .filter(line -> line.isFor(claimed))
                .findFirst()
                .ifPresent(line -> line.take(new Take(
                        RuleKind.FLASH_PRICE,
                        claimed.rule(),
                        null,
                        new Effect.FlashPrice(claimed.price())
                                .take(line, basket.places())
                                .setScale(Decimals.MONEY_PLACES))));
    }

    private List<Rule> of(RuleKind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind).toList();
    }

    private void takeOfLines(Rule rule) {
        Effect.OfLine effect = (Effect.OfLine) rule.effect();
        for (OpenLine line : lines) {
            if (!line.openTo(rule)) {
                continue;
            }
            BigDecimal amount = effect.take(line, basket.places());
            line.take(rule, null, amount);
            if (amount.signum() > 0 && rule.exclusive()) {
                line.close();
            }
        }
    }

    private CouponOutcome redeem(Basket.Presented coupon) {
        Rule rule = coupon.rule();
        if (rule == null) {
            return new CouponOutcome(coupon.code(), null, BigDecimal.ZERO, CouponRefusal.UNKNOWN);
        }
        CouponRefusal refusal = rule.refusal(basket).orElse(coupon.refusal());
        Taken taken = refusal == null ? takeOfOrder(rule, coupon.code()) : new Taken(BigDecimal.ZERO, refusal);
        return new CouponOutcome(coupon.code(), rule.code(), taken.amount(), taken.refusal());
    }

    /** What was taken, or why nothing was. */
    private record Taken(BigDecimal amount, @Nullable CouponRefusal refusal) {}

    private Taken takeOfOrder(Rule rule, @Nullable String coupon) {
        Effect.OfOrder effect = (Effect.OfOrder) rule.effect();
        List<OpenLine> open = lines.stream().filter(line -> line.openTo(rule)).toList();
        BigDecimal sum = sum(open);
        if (open.isEmpty()) {
            boolean covered = lines.stream().anyMatch(line -> line.coveredBy(rule));
            return new Taken(BigDecimal.ZERO, covered ? CouponRefusal.NOT_COMBINABLE : CouponRefusal.NO_MATCHING_LINE);
        }
        if (sum.compareTo(effect.threshold()) < 0) {
            return new Taken(BigDecimal.ZERO, CouponRefusal.BELOW_THRESHOLD);
        }
        BigDecimal amount = effect.take(sum, basket.places());
        if (amount.signum() == 0) {
            return new Taken(BigDecimal.ZERO, CouponRefusal.NOTHING_LEFT);
        }
        BigDecimal[] shares = Apportionment.spread(amount, open, basket.places());
        for (int i = 0; i < shares.length; i++) {
            open.get(i).take(rule, coupon, shares[i]);
            if (rule.exclusive()) {
                open.get(i).close();
            }
        }
        return new Taken(amount, null);
    }

    /** Points pay for goods, also for those that an exclusive rule made cheaper: they are a payment, not a promotion. */
    private long payByPoints() {
        BigDecimal worth = basket.points().worth();
        List<OpenLine> goods = lines.stream()
                .filter(line -> line.line().kind() == LineKind.GOODS)
                .toList();
        BigDecimal amount = worth.multiply(BigDecimal.valueOf(basket.points().points()))
                .setScale(basket.places(), RoundingMode.DOWN)
                .min(sum(goods));
        if (amount.signum() == 0) {
            return 0;
        }
        BigDecimal[] shares = Apportionment.spread(amount, goods, basket.places());
        for (int i = 0; i < shares.length; i++) {
            goods.get(i)
                    .take(new Take(
                            RuleKind.POINTS, RuleKind.POINTS.code(), null, shares[i].setScale(Decimals.MONEY_PLACES)));
        }
        return amount.divide(worth, 0, RoundingMode.UP).longValueExact();
    }

    private void takeOfFreight(Rule rule) {
        Effect.Freight effect = (Effect.Freight) rule.effect();
        Predicate<OpenLine> covered = line -> line.coveredBy(rule);
        if (lines.stream().noneMatch(covered)
                || sum(lines.stream().filter(covered).toList()).compareTo(effect.threshold()) < 0) {
            return;
        }
        for (OpenLine line : lines) {
            if (line.freightFor(rule)) {
                BigDecimal amount = Effect.share(line.remaining(), effect.percent(), basket.places());
                line.take(rule, null, amount);
                if (rule.exclusive()) {
                    line.close();
                }
            }
        }
    }

    /** Of goods, by what is paid for them in the end; an exclusive rule earns alone. */
    private long earn() {
        BigDecimal points = BigDecimal.ZERO;
        for (Rule rule : of(RuleKind.POINTS_EARNED)) {
            if (rule.exclusive() && points.signum() > 0) {
                continue;
            }
            BigDecimal rate = ((Effect.Earning) rule.effect()).rate();
            BigDecimal spent =
                    sum(lines.stream().filter(line -> line.coveredBy(rule)).toList());
            BigDecimal earned = spent.multiply(rate).setScale(0, RoundingMode.DOWN);
            points = points.add(earned);
            if (rule.exclusive() && earned.signum() > 0) {
                break;
            }
        }
        return points.min(MOST_POINTS).longValueExact();
    }

    private PricedCart result(List<CouponOutcome> coupons, long pointsUsed, long pointsEarned) {
        List<PricedLine> priced = lines.stream().map(OpenLine::priced).toList();
        BigDecimal gross = BigDecimal.ZERO.setScale(Decimals.MONEY_PLACES);
        BigDecimal discount = gross;
        for (PricedLine line : priced) {
            gross = gross.add(line.gross());
            discount = discount.add(line.discount());
        }
        BigDecimal total = gross.subtract(discount);
        return new PricedCart(
                priced,
                gross,
                discount,
                total,
                Taxed.none(priced.size()),
                total.setScale(basket.places(), RoundingMode.HALF_UP),
                coupons,
                pointsUsed,
                pointsEarned);
    }

    private static BigDecimal sum(List<OpenLine> lines) {
        return lines.stream().map(OpenLine::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
