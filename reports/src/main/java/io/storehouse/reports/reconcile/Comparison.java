package io.storehouse.reports.reconcile;

import io.storehouse.reports.lake.Duck;
import io.storehouse.reports.lake.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two queries side by side. Both give {@code store}, {@code business_date}, {@code label} (what else is in the key, or empty)
 * and the same measures; a key that one of them lacks counts as nothing but zeros there.
 *
 * @param title begins the name of a measure, or is empty
 */
record Comparison(String station, String against, String title, String expected, String actual) {
    private static final Set<String> KEY = Set.of("store", "business_date", "label");

    List<Difference> run(Duck duck) {
        List<String> measures = duck.read("describe " + expected, row -> row.getString("column_name")).stream()
                .filter(column -> !KEY.contains(column))
                .toList();
        String unpivoted = measures.stream()
                .map(measure -> "select *, " + Sql.text(measure) + " as measure, " + number("e", measure)
                        + " as expected, " + number("a", measure) + " as actual from sides")
                .collect(Collectors.joining(" union all "));
        return new ArrayList<>(duck.read(
                """
                with expected as (%s),
                actual as (%s),
                sides as (
                    select
                        coalesce(expected.store, actual.store) as store,
                        coalesce(expected.business_date, actual.business_date) as business_date,
                        coalesce(expected.label, actual.label) as label,
                        expected as e,
                        actual as a
                    from expected
                    full join actual
                        on expected.store = actual.store
                        and expected.business_date = actual.business_date
                        and expected.label = actual.label
                )
                select store, business_date, label, measure, expected, actual
                from (%s) as measures
                where expected <> actual
                order by all
                """.formatted(expected, actual, unpivoted),
                row -> new Difference(
                        station,
                        against,
                        orNull(row.getString("store")),
                        orNull(row.getString("business_date")),
                        measure(row.getString("label"), row.getString("measure")),
                        plain(row.getBigDecimal("expected")),
                        plain(row.getBigDecimal("actual")))));
    }

    private static String number(String side, String measure) {
        return "cast(coalesce(" + side + "." + Sql.name(measure) + ", 0) as decimal(38, 4))";
    }

    private String measure(String label, String measure) {
        String key = label.isEmpty() ? "" : "[" + label + "]";
        return title.isEmpty() && key.isEmpty() ? measure : title + key + "." + measure;
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
