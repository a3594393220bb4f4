package io.storehouse.reports.reconcile;

import java.util.List;

/**
 * What the shop had at one moment, and the marks it sent after it.
 *
 * @param position the moment, as {@code Position.text()}
 * @param marks how many partitions have one
 */
record TillCut(String markId, String position, int marks, List<TillDay> days) {

    /**
     * A store-day's totals in the shop's tables.
     *
     * @param values in the order of {@link #MEASURES}, as text
     */
    record TillDay(StoreDay day, List<String> values) {
        static final List<String> MEASURES =
                List.of("orders", "returns", "units", "gross", "discount", "returned", "net", "fingerprint");
    }
}
