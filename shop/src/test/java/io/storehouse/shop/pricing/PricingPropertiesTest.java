package io.storehouse.shop.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any rules, any carts. A failure names its seed, which makes the same case again. */
class PricingPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final int CASES = 4000;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_000_001, 40_000_001})
    void neverTakesMoreThanThereIsAndAccountsForEveryPenny(long first) {
        for (long seed = first; seed < first + CASES; seed++) {
            Case given = new Case(seed);
            PricedCart cart = PricingEngine.price(given.basket, given.rules);
            String name = "seed " + seed;

            assertThat(cart.payable()).as(name).isNotNegative();
            assertThat(cart.linesTotal()).as(name).isNotNegative();
            assertThat(cart.gross().subtract(cart.discount())).as(name).isEqualByComparingTo(cart.linesTotal());
            BigDecimal trail = BigDecimal.ZERO;
            for (int i = 0; i < cart.lines().size(); i++) {
                PricedLine line = cart.lines().get(i);
                BigDecimal taken = line.trail().stream().map(Take::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(line.amount()).as(name).isNotNegative();
                assertThat(line.trail())
                        .as(name)
                        .allSatisfy(take -> assertThat(take.amount()).isPositive());
                assertThat(taken).as(name).isEqualByComparingTo(line.discount());
                assertThat(line.gross().subtract(line.discount())).as(name).isEqualByComparingTo(line.amount());
                assertThat(line.gross())
                        .as(name)
                        .isEqualByComparingTo(Decimals.extend(line.quantity(), line.unitPrice()));
                assertThat(line.trail().stream().map(Take::kind)).as(name).isSorted();
                trail = trail.add(taken);
            }
            assertThat(trail).as(name).isEqualByComparingTo(cart.discount());
            assertThat(cart.pointsUsed())
                    .as(name)
                    .isBetween(0L, given.basket.points().points());
            for (CouponOutcome coupon : cart.coupons()) {
                BigDecimal taken = cart.lines().stream()
                        .flatMap(line -> line.trail().stream())
                        .filter(take -> coupon.coupon().equals(take.coupon()))
                        .map(Take::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(taken).as(name).isEqualByComparingTo(coupon.amount());
                assertThat(coupon.refusal() == null)
                        .as(name)
                        .isEqualTo(coupon.amount().signum() > 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 30_000_001})
    void costsTheSameInWhateverOrderThingsAreNamed(long first) {
        for (long seed = first; seed < first + CASES; seed++) {
            Case given = new Case(seed);
            PricedCart cart = PricingEngine.price(given.basket, given.rules);
            Random random = new Random(seed);
            PricedCart shuffled = PricingEngine.price(given.shuffled(random), shuffle(given.rules, random));
            String name = "seed " + seed;

            assertThat(shuffled.linesTotal()).as(name).isEqualTo(cart.linesTotal());
            assertThat(shuffled.gross()).as(name).isEqualTo(cart.gross());
            assertThat(shuffled.payable()).as(name).isEqualTo(cart.payable());
            assertThat(shuffled.coupons()).as(name).isEqualTo(cart.coupons());
            assertThat(shuffled.pointsUsed()).as(name).isEqualTo(cart.pointsUsed());
            assertThat(shuffled.pointsEarned()).as(name).isEqualTo(cart.pointsEarned());
            assertThat(shuffled.lines()).as(name).containsExactlyInAnyOrderElementsOf(cart.lines());
            assertThat(PricingEngine.price(given.basket, given.rules)).as(name).isEqualTo(cart);
        }
    }

    private static <T> List<T> shuffle(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** One case; few different values, so that ties are common. */
    private static final class Case {
        private static final List<String> SKUS = List.of("A", "B", "C", "D");
        private static final List<String> PRICES =
                List.of("0", "0.0001", "0.005", "0.01", "0.3333", "1", "3.99", "10", "10", "99.95", "1000");
        private static final List<String> QUANTITIES = List.of("1", "1", "2", "3", "0.001", "0.333", "12");
        private static final List<String> PERCENTS = List.of("0.01", "5", "10", "33.3333", "50", "99.99", "100");
        private static final List<RuleKind> KINDS = List.of(
                RuleKind.FLASH_PRICE,
                RuleKind.PERCENTAGE,
                RuleKind.SPEND_AND_SAVE,
                RuleKind.FREIGHT,
                RuleKind.POINTS_EARNED);

        private final Random random;
        private final int places;
        private final Basket basket;
        private final List<Rule> rules;

        Case(long seed) {
            random = new Random(seed);
            Currency currency = Currency.getInstance(pick(List.of("GBP", "JPY", "KWD")));
            places = currency.getDefaultFractionDigits();
            rules = IntStream.range(0, random.nextInt(7))
                    .mapToObj(i -> rule("R" + i, pick(KINDS)))
                    .toList();
            basket = new Basket(
                    "S",
                    currency,
                    random.nextBoolean() ? "gold" : null,
                    NOW,
                    IntStream.range(0, 1 + random.nextInt(8))
                            .mapToObj(i -> line())
                            .toList(),
                    IntStream.range(0, random.nextInt(4))
                            .mapToObj(i -> new Basket.Presented("C" + i, rule("K" + i, RuleKind.COUPON), null))
                            .toList(),
                    random.nextBoolean()
                            ? PointsOffer.NONE
                            : new PointsOffer(random.nextInt(2000), of(pick(List.of("0", "0.01", "0.0003", "1")))));
        }

        Basket shuffled(Random order) {
            return new Basket(
                    basket.store(),
                    basket.currency(),
                    basket.tier(),
                    basket.at(),
                    shuffle(basket.lines(), order),
                    shuffle(basket.coupons(), order),
                    basket.points());
        }

        private Basket.Line line() {
            return new Basket.Line(
                    pick(SKUS),
                    of(pick(QUANTITIES)),
                    of(pick(PRICES)),
                    pick(List.of(
                            LineKind.GOODS, LineKind.GOODS, LineKind.GOODS, LineKind.FREIGHT, LineKind.GIFT_CARD)));
        }

        private Rule rule(String code, RuleKind kind) {
            return new Rule(
                    code,
                    kind,
                    effect(kind),
                    null,
                    NOW.minusSeconds(random.nextInt(3)),
                    NOW.plusSeconds(random.nextInt(9)),
                    random.nextInt(3),
                    random.nextInt(4) == 0 ? Rule.Stacking.EXCLUSIVE : Rule.Stacking.STACKABLE,
                    new Scope(null, subset(SKUS), random.nextInt(5) == 0 ? Set.of("gold") : null));
        }

        private Effect effect(RuleKind kind) {
            return switch (kind) {
                case FLASH_PRICE -> new Effect.FlashPrice(of(pick(PRICES)));
                case PERCENTAGE -> new Effect.Percentage(of(pick(PERCENTS)));
                case SPEND_AND_SAVE -> steps();
                case COUPON ->
                    random.nextBoolean()
                            ? new Effect.AmountOff(amount(), random.nextBoolean() ? BigDecimal.ZERO : amount())
                            : new Effect.PercentOff(
                                    of(pick(PERCENTS)), BigDecimal.ZERO, random.nextBoolean() ? null : amount());
                case FREIGHT -> new Effect.Freight(of(pick(PERCENTS)), amount());
                case POINTS_EARNED -> new Effect.Earning(of(pick(PERCENTS)));
                case POINTS, TILL -> throw new IllegalArgumentException(kind.code());
            };
        }

        private Effect steps() {
            BigDecimal threshold = amount();
            Effect.Step step = new Effect.Step(threshold, threshold.min(amount()));
            if (random.nextBoolean()) {
                return new Effect.SpendAndSave(List.of(step), true);
            }
            return new Effect.SpendAndSave(
                    List.of(
                            step,
                            new Effect.Step(
                                    threshold.multiply(of("2")), step.amount().multiply(of("1.5")))),
                    false);
        }

        /** Above 0, in the currency's places. */
        private BigDecimal amount() {
            return BigDecimal.valueOf(1 + random.nextInt(random.nextBoolean() ? 50 : 5000), places);
        }

        private @Nullable Set<String> subset(List<String> all) {
            if (random.nextBoolean()) {
                return null;
            }
            Set<String> some = new TreeSet<>();
            IntStream.range(0, 1 + random.nextInt(3)).forEach(i -> some.add(pick(all)));
            return some;
        }

        private <T> T pick(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        private static BigDecimal of(String number) {
            return new BigDecimal(number);
        }
    }
}
