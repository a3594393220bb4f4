package io.storehouse.shop.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricingEngineTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant HOUR_LATER = NOW.plusSeconds(3600);

    @Test
    void actsInTheFixedOrderAndKeepsTheTrail() {
        List<Rule> rules = List.of(
                rule("FREIGHT", RuleKind.FREIGHT, new Effect.Freight(of("100"), of("50"))),
                rule("SAVE", RuleKind.SPEND_AND_SAVE, steps(false, "80", "8")),
                rule("TENTH", RuleKind.PERCENTAGE, new Effect.Percentage(of("10"))),
                rule("FLASH", RuleKind.FLASH_PRICE, new Effect.FlashPrice(of("90"))),
                rule("EARN", RuleKind.POINTS_EARNED, new Effect.Earning(of("2"))));
        Rule campaign = rule("FIVER", RuleKind.COUPON, new Effect.AmountOff(of("5"), of("60")));
        Basket basket = new Basket(
                "S",
                Currency.getInstance("GBP"),
                null,
                NOW,
                List.of(line("MUG", "1", "100"), new Basket.Line("POST", of("1"), of("4"), LineKind.FREIGHT)),
                List.of(new Basket.Presented("FIVER-1", campaign, null)),
                new PointsOffer(300, of("0.01")));

        PricedCart cart = PricingEngine.price(basket, rules);

        assertThat(cart.lines().get(0).trail())
                .extracting(take -> take.rule() + " " + take.amount())
                .containsExactly("FLASH 10.0000", "TENTH 9.0000", "SAVE 8.0000", "FIVER 5.0000", "points 3.0000");
        assertThat(cart.lines().get(1).trail())
                .extracting(take -> take.rule() + " " + take.amount())
                .containsExactly("FREIGHT 4.0000");
        assertThat(cart.payable()).isEqualTo("65.00");
        assertThat(cart.pointsUsed()).isEqualTo(300);
        assertThat(cart.pointsEarned()).isEqualTo(130);
    }

    @Test
    void spreadsAnOrdersDiscountByTheLargestRemainder() {
        Basket basket = basket(line("A", "1", "10"), line("B", "1", "10"), line("C", "1", "10"));

        PricedCart cart = PricingEngine.price(basket, List.of(saving("10", "10")));

        assertThat(cart.lines())
                .extracting(PricedLine::discount)
                .containsExactly(of("3.3400"), of("3.3300"), of("3.3300"));
        assertThat(cart.discount()).isEqualTo("10.0000");
    }

    @Test
    void spreadsWholeYen() {
        Basket basket = basketIn("JPY", line("A", "1", "100"), line("B", "1", "100"), line("C", "1", "100"));

        PricedCart cart = PricingEngine.price(basket, List.of(saving("100", "100")));

        assertThat(cart.lines())
                .extracting(PricedLine::discount)
                .containsExactly(of("34.0000"), of("33.0000"), of("33.0000"));
    }

    @Test
    void spreadsOverLinesThatHoldNoWholePenny() {
        Basket basket = basket(line("A", "0.001", "5"), line("B", "0.001", "5"), line("C", "0.001", "5"));

        PricedCart cart = PricingEngine.price(basket, List.of(saving("0.01", "0.01")));

        assertThat(cart.discount()).isEqualTo("0.0100");
        assertThat(cart.lines()).allSatisfy(line -> assertThat(line.amount()).isNotNegative());
    }

    @Test
    void takesAllOfALineAtAHundredPercent() {
        PricedCart cart = PricingEngine.price(
                basket(line("A", "1", "0.1335")),
                List.of(rule("ALL", RuleKind.PERCENTAGE, new Effect.Percentage(of("100")))));

        assertThat(cart.linesTotal()).isEqualByComparingTo("0");
    }

    @Test
    void takesTheHighestStepThatTheSumReaches() {
        Rule rule = rule("SAVE", RuleKind.SPEND_AND_SAVE, steps(false, "100", "10", "200", "30"));

        assertThat(discount(rule, "99.99")).isEqualByComparingTo("0");
        assertThat(discount(rule, "100")).isEqualByComparingTo("10");
        assertThat(discount(rule, "199.99")).isEqualByComparingTo("10");
        assertThat(discount(rule, "450")).isEqualByComparingTo("30");
    }

    @Test
    void repeatsAStepAsOftenAsItFits() {
        Rule rule = rule("SAVE", RuleKind.SPEND_AND_SAVE, steps(true, "100", "10"));

        assertThat(discount(rule, "99.99")).isEqualByComparingTo("0");
        assertThat(discount(rule, "350")).isEqualByComparingTo("30");
    }

    @Test
    void leavesAloneWhatAnExclusiveRuleTookFrom() {
        Rule exclusive = new Rule(
                "ALONE",
                RuleKind.FLASH_PRICE,
                new Effect.FlashPrice(of("8")),
                null,
                NOW,
                HOUR_LATER,
                0,
                Rule.Stacking.EXCLUSIVE,
                new Scope(null, Set.of("A"), null));
        Rule tenth = rule("TENTH", RuleKind.PERCENTAGE, new Effect.Percentage(of("10")));

        PricedCart cart =
                PricingEngine.price(basket(line("A", "1", "10"), line("B", "1", "10")), List.of(exclusive, tenth));

        assertThat(cart.lines()).extracting(PricedLine::amount).containsExactly(of("8.0000"), of("9.0000"));
    }

    @Test
    void refusesAnExclusiveCouponWhereOthersTook() {
        Rule tenth = rule("TENTH", RuleKind.PERCENTAGE, new Effect.Percentage(of("10")));
        Rule campaign = new Rule(
                "ALONE",
                RuleKind.COUPON,
                new Effect.AmountOff(of("1"), of("0")),
                null,
                NOW,
                HOUR_LATER,
                0,
                Rule.Stacking.EXCLUSIVE,
                Scope.ALL);

        assertThat(refusal(basket(line("A", "1", "10")), campaign, tenth)).isEqualTo(CouponRefusal.NOT_COMBINABLE);
        assertThat(refusal(basket(line("A", "1", "10")), campaign)).isNull();
    }

    @Test
    void saysWhyACouponTakesNothing() {
        Basket basket = basket(line("A", "1", "10"));
        Rule fiver = rule("FIVER", RuleKind.COUPON, new Effect.AmountOff(of("5"), of("10.01")));
        Rule other = new Rule(
                "OTHER",
                RuleKind.COUPON,
                new Effect.AmountOff(of("5"), of("0")),
                "EUR",
                NOW.plusSeconds(1),
                HOUR_LATER,
                0,
                Rule.Stacking.STACKABLE,
                new Scope(Set.of("T"), Set.of("B"), Set.of("gold")));

        assertThat(refusal(basket, fiver)).isEqualTo(CouponRefusal.BELOW_THRESHOLD);
        assertThat(refusal(basket, other)).isEqualTo(CouponRefusal.NOT_STARTED);
        assertThat(refusal(at(basket, HOUR_LATER), other)).isEqualTo(CouponRefusal.ENDED);
        assertThat(refusal(at(basket, NOW.plusSeconds(1)), other)).isEqualTo(CouponRefusal.OTHER_STORE);
        assertThat(refusal(
                        basket(line("A", "1", "0")),
                        rule("Z", RuleKind.COUPON, new Effect.AmountOff(of("5"), of("0")))))
                .isEqualTo(CouponRefusal.NOTHING_LEFT);
    }

    @Test
    void sellsGiftCardsAtTheirFaceValue() {
        Basket basket = basket(new Basket.Line("CARD", of("1"), of("50"), LineKind.GIFT_CARD), line("A", "1", "10"));

        PricedCart cart = PricingEngine.price(
                basket, List.of(rule("HALF", RuleKind.PERCENTAGE, new Effect.Percentage(of("50"))), saving("5", "5")));

        assertThat(cart.lines()).extracting(PricedLine::amount).containsExactly(of("50.0000"), of("0.0000"));
    }

    @Test
    void usesNoMorePointsThanThereIsToPay() {
        Basket basket = new Basket(
                "S",
                Currency.getInstance("GBP"),
                null,
                NOW,
                List.of(line("A", "1", "1.005")),
                List.of(),
                new PointsOffer(1_000_000, of("0.01")));

        PricedCart cart = PricingEngine.price(basket, List.of());

        assertThat(cart.payable()).isEqualTo("0.00");
        assertThat(cart.pointsUsed()).isEqualTo(101);
    }

    @Test
    void letsPriorityAndThenTheCodeDecide() {
        Rule first = rule("B", RuleKind.FLASH_PRICE, new Effect.FlashPrice(of("7")));
        Rule second = rule("A", RuleKind.FLASH_PRICE, new Effect.FlashPrice(of("8")));
        Rule urgent = new Rule(
                "Z",
                RuleKind.FLASH_PRICE,
                new Effect.FlashPrice(of("9")),
                null,
                NOW,
                HOUR_LATER,
                1,
                Rule.Stacking.STACKABLE,
                Scope.ALL);

        assertThat(amounts(List.of(first, second))).containsExactly(of("8.0000"));
        assertThat(amounts(List.of(second, first))).containsExactly(of("8.0000"));
        assertThat(amounts(List.of(second, urgent, first))).containsExactly(of("9.0000"));
    }

    private static List<BigDecimal> amounts(List<Rule> rules) {
        return PricingEngine.price(basket(line("A", "1", "10")), rules).lines().stream()
                .map(PricedLine::amount)
                .toList();
    }

    private static BigDecimal discount(Rule rule, String price) {
        return PricingEngine.price(basket(line("A", "1", price)), List.of(rule)).discount();
    }

    private static @Nullable CouponRefusal refusal(Basket basket, Rule campaign, Rule... rules) {
        Basket shown = new Basket(
                basket.store(),
                basket.currency(),
                basket.tier(),
                basket.at(),
                basket.lines(),
                List.of(new Basket.Presented("C", campaign, null)),
                PointsOffer.NONE);
        return PricingEngine.price(shown, List.of(rules)).coupons().get(0).refusal();
    }

    private static Basket at(Basket basket, Instant instant) {
        return new Basket(
                basket.store(),
                basket.currency(),
                basket.tier(),
                instant,
                basket.lines(),
                basket.coupons(),
                basket.points());
    }

    private static Rule saving(String threshold, String amount) {
        return rule("SAVE", RuleKind.SPEND_AND_SAVE, steps(false, threshold, amount));
    }

    private static Effect.SpendAndSave steps(boolean repeating, String... numbers) {
        return switch (numbers.length) {
            case 2 -> new Effect.SpendAndSave(List.of(new Effect.Step(of(numbers[0]), of(numbers[1]))), repeating);
            default ->
                new Effect.SpendAndSave(
                        List.of(
                                new Effect.Step(of(numbers[0]), of(numbers[1])),
                                new Effect.Step(of(numbers[2]), of(numbers[3]))),
                        repeating);
        };
    }

    private static Rule rule(String code, RuleKind kind, Effect effect) {
        return new Rule(code, kind, effect, null, NOW, HOUR_LATER, 0, Rule.Stacking.STACKABLE, Scope.ALL);
    }

    private static Basket basket(Basket.Line... lines) {
        return basketIn("GBP", lines);
    }

    private static Basket basketIn(String currency, Basket.Line... lines) {
        return new Basket("S", Currency.getInstance(currency), null, NOW, List.of(lines), List.of(), PointsOffer.NONE);
    }

    private static Basket.Line line(String sku, String quantity, String price) {
        return new Basket.Line(sku, of(quantity), of(price), LineKind.GOODS);
    }

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }
}
