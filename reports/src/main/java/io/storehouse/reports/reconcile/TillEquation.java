package io.storehouse.reports.reconcile;

import io.storehouse.contracts.EventType;
import io.storehouse.reports.lake.Duck;
import io.storehouse.reports.lake.Sql;
import io.storehouse.reports.reconcile.TillCut.TillDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Till(G) = lake(position ≤ G), on a lake that has no gap, no stranger and no record that contradicts itself. */
final class TillEquation {
    private TillEquation() {}

    static List<Difference> differences(Books books, long snapshot, TillCut cut) {
        Duck duck = books.duck();
        List<Difference> all = new ArrayList<>(health(duck, snapshot));
        duck.run("create or replace table till (store varchar, business_date varchar, label varchar, "
                + columns(TillDay.MEASURES) + ")");
        Books.insert(
                duck,
                "till",
                cut.days().stream()
                        .map(day -> row(day.day(), "''", day.values()))
                        .toList());
        String upToCut = Statements.load("day")
                .replace(
                        "{documents}",
                        "select * from counted_" + snapshot + " where coalesce(position, '') <= "
                                + Sql.text(cut.position()));
        String measures = String.join(", ", TillDay.MEASURES);
        all.addAll(new Comparison(
                        "lake",
                        "till",
                        "",
                        "select * from till",
                        "select store, business_date, label, " + measures + " from (" + upToCut + ")")
                .run(duck));
        return all;
    }

    private static List<Difference> health(Duck duck, long snapshot) {
        String types = Arrays.stream(EventType.values())
                .map(type -> Sql.text(type.code()))
                .collect(Collectors.joining(", "));
        String sql = Statements.load("health")
                .replace("{snapshot}", Long.toString(snapshot))
                .replace("{types}", types);
        return duck.read(
                sql,
                row -> new Difference(
                        "lake",
                        "lake",
                        Comparison.orNull(row.getString("store")),
                        Comparison.orNull(row.getString("business_date")),
                        row.getString("measure"),
                        row.getString("expected"),
                        row.getString("actual")));
    }

    static String columns(List<String> measures) {
        return measures.stream().map(measure -> measure + " decimal(38, 4)").collect(Collectors.joining(", "));
    }

    static String row(StoreDay day, String middle, List<String> values) {
        return "(" + Sql.text(day.store()) + ", " + Sql.text(day.businessDate()) + ", " + middle + ", "
                + values.stream().map(Sql::text).collect(Collectors.joining(", ")) + ")";
    }
}
