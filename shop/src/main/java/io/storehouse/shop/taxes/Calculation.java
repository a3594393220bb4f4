package io.storehouse.shop.taxes;

import io.storehouse.shop.catalogue.TaxSchedule;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.stores.TaxTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The taxes of one document. At rate r an amount a that includes its tax holds a·r / (100 + r) of it, and one without takes
 * a·r / 100 more, half up to the currency's places.
 */
final class Calculation {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal UNIT = BigDecimal.ONE.movePointLeft(Decimals.MONEY_PLACES);

    private final Taxable document;
    private final int places;
    private final LineTax[] taxes;

    private Calculation(Taxable document) {
        this.document = document;
        this.places = Math.max(0, document.store().currency().getDefaultFractionDigits());
        this.taxes = new LineTax[document.lines().size()];
    }

    static Taxed of(Taxable document, TaxSchedule schedule) {
        Calculation calculation = new Calculation(document);
        calculation.byRate(schedule).forEach(calculation::tax);
        return Taxed.of(List.of(calculation.taxes), document.store().taxes().included());
    }

    /** The lines whose tax is to be worked out, by rate; the others are done. */
    private Map<BigDecimal, List<Integer>> byRate(TaxSchedule schedule) {
        Map<BigDecimal, List<Integer>> lines = new TreeMap<>();
        for (int i = 0; i < taxes.length; i++) {
            Taxable.Line line = document.lines().get(i);
            BigDecimal percent =
                    schedule.percentAt(line.taxClass(), document.date()).orElse(null);
            if (line.taken() != null) {
                taxes[i] = new LineTax(percent, line.taken());
                continue;
            }
            taxes[i] = LineTax.NONE;
            if (percent != null) {
                lines.computeIfAbsent(percent, rate -> new ArrayList<>()).add(i);
            }
        }
        return lines;
    }

    private void tax(BigDecimal percent, List<Integer> lines) {
        if (document.store().taxes().rounding() == TaxTerms.Rounding.LINE) {
            lines.forEach(i -> taxes[i] = new LineTax(percent, taxOf(amount(i), percent)));
            return;
        }
        BigDecimal sum = lines.stream().map(this::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        spread(taxOf(sum, percent), sum, percent, lines);
    }

    private BigDecimal amount(int line) {
        return document.lines().get(line).amount();
    }

    private BigDecimal taxOf(BigDecimal amount, BigDecimal percent) {
        BigDecimal base = document.store().taxes().included() ? HUNDRED.add(percent) : HUNDRED;
        return amount.multiply(percent)
                .divide(base, places, RoundingMode.HALF_UP)
                .setScale(Decimals.MONEY_PLACES);
    }

    /** By the largest remainder, in the smallest unit that is stored. */
    private void spread(BigDecimal tax, BigDecimal sum, BigDecimal percent, List<Integer> lines) {
        if (sum.signum() == 0) {
            lines.forEach(i -> taxes[i] = new LineTax(percent, LineTax.NONE.tax()));
            return;
        }
        Map<Integer, BigDecimal> remainders = new TreeMap<>();
        BigDecimal rest = tax;
        for (int i : lines) {
            BigDecimal part = tax.multiply(amount(i));
            BigDecimal share = part.divide(sum, Decimals.MONEY_PLACES, RoundingMode.DOWN);
            taxes[i] = new LineTax(percent, share);
            remainders.put(i, part.subtract(share.multiply(sum)));
            rest = rest.subtract(share);
        }
        List<Integer> order = lines.stream()
                .sorted(Comparator.<Integer, BigDecimal>comparing(i -> Objects.requireNonNull(remainders.get(i)))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int units = rest.divide(UNIT, 0, RoundingMode.UNNECESSARY).intValueExact();
        order.stream()
                .limit(units)
                .forEach(i -> taxes[i] = new LineTax(percent, taxes[i].tax().add(UNIT)));
    }
}
