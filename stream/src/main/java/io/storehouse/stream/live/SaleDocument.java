package io.storehouse.stream.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A sale or a return, as far as figures need it, and where it lies in the orders topic: at least one line, none of a gift
 * card. Quantities and amounts are positive for both kinds; sums come from the lines, as the warehouse computes them.
 *
 * @param businessTime the store's local time, {@code HH:mm}
 */
public record SaleDocument(
        int partition,
        long offset,
        Kind kind,
        String id,
        String number,
        String store,
        String businessDate,
        String businessTime,
        Instant recordedAt,
        List<Line> lines) {

    /** Which way goods and money went. */
    public enum Kind {
        SALE,
        RETURN
    }

    /**
     * One line.
     *
     * @param quantity 3 places
     * @param discount 4 places, zero for returns
     * @param amount after the discount, 4 places
     */
    public record Line(String sku, String name, BigDecimal quantity, BigDecimal discount, BigDecimal amount) {}

    /** Whether goods came back. */
    public boolean isReturn() {
        return kind == Kind.RETURN;
    }

    /** Σ quantity of the lines. */
    public BigDecimal quantity() {
        return lines.stream().map(Line::quantity).reduce(Decimals.NO_UNITS, BigDecimal::add);
    }

    /** Σ discount of the lines. */
    public BigDecimal discount() {
        return lines.stream().map(Line::discount).reduce(Decimals.NO_MONEY, BigDecimal::add);
    }

    /** Σ amount of the lines. */
    public BigDecimal amount() {
        return lines.stream().map(Line::amount).reduce(Decimals.NO_MONEY, BigDecimal::add);
    }
}
