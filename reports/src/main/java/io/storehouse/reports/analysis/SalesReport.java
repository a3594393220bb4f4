package io.storehouse.reports.analysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page and the workbook show.
 *
 * @param firstDay first business date with sales or returns in the period, or null when there is none
 * @param lastDay the last such date
 * @param generatedAt when the report was made
 * @param dataAsOf when the snapshot of each table was written
 */
record SalesReport(
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        Instant generatedAt,
        Map<String, Instant> dataAsOf,
        List<Measure> measures,
        List<Section> sections) {

    /**
     * One headline figure with its definition.
     *
     * @param value null where it does not exist, as a mean over nothing
     */
    record Measure(
            String id,
            Label title,
            Label definition,
            Column.Kind kind,
            @Nullable BigDecimal value) {}

    boolean isEmpty() {
        return firstDay == null;
    }
}
