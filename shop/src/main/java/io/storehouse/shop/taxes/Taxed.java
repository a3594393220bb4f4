package io.storehouse.shop.taxes;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/**
 * The taxes of one document.
 *
 * @param lines in the order of its lines
 * @param tax their sum
 * @param added what of it comes on top of the lines' amounts: all of it, or 0 where prices include it
 */
public record Taxed(List<LineTax> lines, BigDecimal tax, BigDecimal added) {
    private static final BigDecimal ZERO = LineTax.NONE.tax();

    /** Brings the parts into their form. */
    public Taxed {
        lines = List.copyOf(lines);
    }

    /** The sums over lines, whose tax the prices include or not. */
    public static Taxed of(List<LineTax> lines, boolean included) {
        BigDecimal tax = lines.stream().map(LineTax::tax).reduce(ZERO, BigDecimal::add);
        return new Taxed(lines, tax, included ? ZERO : tax);
    }

    /** A document of so many lines of which nothing is taxed. */
    public static Taxed none(int lines) {
        return new Taxed(Collections.nCopies(lines, LineTax.NONE), ZERO, ZERO);
    }
}
