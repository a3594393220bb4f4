package io.storehouse.shop.taxes;

import io.storehouse.shop.stores.Store;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of one document.
 *
 * @param date the business date whose rates hold
 */
public record Taxable(Store store, LocalDate date, List<Line> lines) {
    /** Brings the parts into their form. */
    public Taxable {
        lines = List.copyOf(lines);
    }

    /**
     * One amount.
     *
     * @param taxClass null where nothing is taxed
     * @param amount from 0, 4 places
     * @param taken the tax that was taken already, whatever the rate is; null where it is to be worked out
     */
    public record Line(
            @Nullable String taxClass,
            BigDecimal amount,
            @Nullable BigDecimal taken) {}
}
