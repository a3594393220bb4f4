package io.storehouse.stream.live;

import io.storehouse.contracts.Cut;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Totals of a store's business date, or of one minute of it.
 *
 * @param cut what is folded, as {@code Cut.text()}
 * @param orders sales
 * @param lines of sales and returns
 * @param units Σ quantity of sale lines
 * @param gross Σ sale lines before discounts
 * @param returned Σ return lines
 * @param recordedAt the newest folded
 */
public record DayFigure(
        String cut,
        long orders,
        long returns,
        long lines,
        BigDecimal units,
        BigDecimal gross,
        BigDecimal discount,
        BigDecimal returned,
        Instant recordedAt) {

    /** The figure that has folded nothing. */
    static DayFigure empty() {
        return new DayFigure(
                Cut.empty().text(),
                0,
                0,
                0,
                Decimals.NO_UNITS,
                Decimals.NO_MONEY,
                Decimals.NO_MONEY,
                Decimals.NO_MONEY,
                Instant.EPOCH);
    }

    /** This figure with one more document folded. */
    DayFigure with(SaleDocument document) {
        String next =
                Cut.parse(cut).with(document.partition(), document.offset()).text();
        Instant newest = recordedAt.isAfter(document.recordedAt()) ? recordedAt : document.recordedAt();
        long allLines = lines + document.lines().size();
        if (document.isReturn()) {
            return new DayFigure(
                    next,
                    orders,
                    returns + 1,
                    allLines,
                    units,
                    gross,
                    discount,
                    returned.add(document.amount()),
                    newest);
        }
        return new DayFigure(
                next,
                orders + 1,
                returns,
                allLines,
                units.add(document.quantity()),
                gross.add(document.amount()).add(document.discount()),
                discount.add(document.discount()),
                returned,
                newest);
    }

    /** Gross less discounts and returns. */
    BigDecimal net() {
        return gross.subtract(discount).subtract(returned);
    }
}
