package io.storehouse.reports.reconcile;

import io.storehouse.contracts.Cut;
import java.util.List;

/**
 * A store-day's totals on the live view.
 *
 * @param values in the order of {@link #MEASURES}, as text
 */
record LiveFigure(StoreDay day, Cut cut, List<String> values) {
    static final List<String> MEASURES =
            List.of("orders", "returns", "lines", "units", "gross", "discount", "returned", "net");
}
