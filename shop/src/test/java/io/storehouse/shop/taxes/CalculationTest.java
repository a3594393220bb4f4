package io.storehouse.shop.taxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.catalogue.TaxSchedule;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.TaxTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalculationTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final TaxSchedule SCHEDULE = new TaxSchedule(Map.of(
            "STANDARD",
            new TreeMap<>(
                    Map.of(LocalDate.parse("2020-01-01"), new BigDecimal("17.5000"), DAY, new BigDecimal("20.0000"))),
            "ZERO",
            new TreeMap<>(Map.of(DAY, new BigDecimal("0.0000"))),
            "ODD",
            new TreeMap<>(Map.of(DAY, new BigDecimal("7.2500")))));

    @Test
    void pricesThatIncludeTheTaxHoldIt() {
        Taxed taxed = tax(true, TaxTerms.Rounding.LINE, line("STANDARD", "12.0000"), line(null, "5.0000"));

        assertThat(taxed.lines())
                .containsExactly(new LineTax(new BigDecimal("20.0000"), new BigDecimal("2.0000")), LineTax.NONE);
        assertThat(taxed.tax()).isEqualTo("2.0000");
        assertThat(taxed.added()).isEqualTo("0.0000");
    }

    @Test
    void elseItComesOnTop() {
        Taxed taxed = tax(false, TaxTerms.Rounding.LINE, line("STANDARD", "10.0000"), line("ZERO", "5.0000"));

        assertThat(taxed.lines()).extracting(line -> line.tax().toPlainString()).containsExactly("2.0000", "0.0000");
        assertThat(taxed.lines().get(1).percent()).isEqualTo("0.0000");
        assertThat(taxed.added()).isEqualTo("2.0000");
    }

    @Test
    void aRateHoldsFromItsDate() {
        Store store = store(false, TaxTerms.Rounding.LINE, "GBP");
        List<Taxable.Line> lines = List.of(line("STANDARD", "100.0000"));

        assertThat(Calculation.of(new Taxable(store, DAY.minusDays(1), lines), SCHEDULE)
                        .tax())
                .isEqualTo("17.5000");
        assertThat(Calculation.of(new Taxable(store, DAY, lines), SCHEDULE).tax())
                .isEqualTo("20.0000");
        assertThat(Calculation.of(new Taxable(store, LocalDate.parse("2019-12-31"), lines), SCHEDULE)
                        .lines())
                .containsExactly(LineTax.NONE);
    }

    /** Three times 0.125 of tax: 0.39 where lines round, 0.38 where the receipt does. */
    @Test
    void roundsByLineOrByReceipt() {
        Taxable.Line[] three = {line("STANDARD", "0.6250"), line("STANDARD", "0.6250"), line("STANDARD", "0.6250")};

        assertThat(tax(false, TaxTerms.Rounding.LINE, three).tax()).isEqualTo("0.3900");
        Taxed together = tax(false, TaxTerms.Rounding.RECEIPT, three);
        assertThat(together.tax()).isEqualTo("0.3800");
        assertThat(together.lines())
                .extracting(line -> line.tax().toPlainString())
                .containsExactly("0.1267", "0.1267", "0.1266");
    }

    @Test
    void yenHaveNoPlaces() {
        Store store = store(true, TaxTerms.Rounding.LINE, "JPY");

        assertThat(Calculation.of(new Taxable(store, DAY, List.of(line("STANDARD", "100.0000"))), SCHEDULE)
                        .tax())
                .isEqualTo("17.0000");
    }

    @Test
    void whatATillTookStands() {
        Taxed taxed = tax(
                false,
                TaxTerms.Rounding.RECEIPT,
                new Taxable.Line("STANDARD", new BigDecimal("10.0000"), new BigDecimal("1.7500")),
                line("STANDARD", "10.0000"));

        assertThat(taxed.lines()).extracting(line -> line.tax().toPlainString()).containsExactly("1.7500", "2.0000");
        assertThat(taxed.tax()).isEqualTo("3.7500");
    }

    /** Against a plain recomputation in fractions: every sum is the sum of its lines, and no line is off by a minor unit. */
    @Test
    void linesAddUpAndStayNearTheirExactTax() {
        Random random = new Random(20260301);
        for (int round = 0; round < 5_000; round++) {
            boolean included = random.nextBoolean();
            TaxTerms.Rounding rounding = random.nextBoolean() ? TaxTerms.Rounding.LINE : TaxTerms.Rounding.RECEIPT;
            List<Taxable.Line> lines = new ArrayList<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                String taxClass = List.of("STANDARD", "ZERO", "ODD", "NONE").get(random.nextInt(4));
                lines.add(line(
                        taxClass,
                        random.nextInt(8) == 0
                                ? "0.0000"
                                : BigDecimal.valueOf(random.nextInt(1, 2_000_000), 4)
                                        .toPlainString()));
            }

            Taxed taxed = tax(included, rounding, lines.toArray(Taxable.Line[]::new));

            assertThat(taxed.lines().stream().map(LineTax::tax).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(taxed.tax());
            assertThat(taxed.added()).isEqualByComparingTo(included ? BigDecimal.ZERO : taxed.tax());
            assertThat(taxed.tax().setScale(2, RoundingMode.UNNECESSARY)).isEqualByComparingTo(taxed.tax());
            BigDecimal unit = new BigDecimal("0.01");
            for (int i = 0; i < lines.size(); i++) {
                LineTax tax = taxed.lines().get(i);
                BigDecimal rate = tax.percent() == null ? BigDecimal.ZERO : tax.percent();
                BigDecimal base = included ? BigDecimal.valueOf(100).add(rate) : BigDecimal.valueOf(100);
                BigDecimal exact = lines.get(i).amount().multiply(rate).divide(base, 12, RoundingMode.HALF_UP);
                assertThat(tax.tax().signum()).isNotNegative();
                assertThat(tax.tax().subtract(exact).abs()).isLessThan(unit);
            }
        }
    }

    private static Taxed tax(boolean included, TaxTerms.Rounding rounding, Taxable.Line... lines) {
        return Calculation.of(new Taxable(store(included, rounding, "GBP"), DAY, List.of(lines)), SCHEDULE);
    }

    private static Store store(boolean included, TaxTerms.Rounding rounding, String currency) {
        return new Store(
                1,
                "S",
                "S",
                ZoneOffset.UTC,
                Currency.getInstance(currency),
                LocalTime.MIDNIGHT,
                null,
                new TaxTerms(included, rounding));
    }

    private static Taxable.Line line(@Nullable String taxClass, String amount) {
        return new Taxable.Line(taxClass, new BigDecimal(amount), null);
    }
}
