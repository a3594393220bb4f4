package io.storehouse.reports.reconcile;

import io.storehouse.contracts.Topic;
import io.storehouse.reports.lake.Duck;
import io.storehouse.reports.lake.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Live figure = Σ lake rows of its key within its own cut; and no key of the lake is without a figure. */
final class StreamEquation {
    private static final String STREAM = "stream";
    private static final String LAKE = "lake";
    private static final String OFFSETS =
            IntStream.range(0, Topic.PARTITIONS).mapToObj(p -> "cut" + p).collect(Collectors.joining(", "));

    private final Duck duck;
    private final String documents;

    /** Over the orders of the archive at a snapshot. */
    StreamEquation(Books books, long snapshot) {
        this.duck = books.duck();
        this.documents =
                "(select * from counted_" + snapshot + " where topic = " + Sql.text(Topic.ORDERS.topicName()) + ")";
    }

    /** Compares each figure at its own cut. */
    List<Difference> differences(Collection<LiveFigure> figures) {
        load("figure", figures);
        String within =
                "select documents.* from " + documents + " as documents join figure using (store, business_date)"
                        + " where documents.kafka_offset <= [" + OFFSETS + "][documents.kafka_partition + 1]";
        String expected = Statements.load("day").replace("{documents}", within);
        String measures = String.join(", ", LiveFigure.MEASURES);
        return new Comparison(
                        STREAM,
                        LAKE,
                        "",
                        "select store, business_date, label, " + measures + " from (" + expected + ")",
                        "select store, business_date, '' as label, " + measures + " from figure")
                .run(duck);
    }

    /**
     * Rows before the marks that figures have not folded.
     *
     * @param day their key
     * @param missing whether the key has no figure at all
     * @param passed whether some figure has folded a later row of the same partition, so that these will never come
     */
    record Behind(StoreDay day, int partition, long offset, boolean missing, boolean passed) {}

    /** What the figures lack of the rows at or before offsets. */
    List<Behind> behind(Collection<LiveFigure> figures, long[] offsets) {
        load("figure_now", figures);
        String limits = IntStream.range(0, offsets.length)
                .mapToObj(p -> Long.toString(offsets[p]))
                .collect(Collectors.joining(", ", "[", "]"));
        String newest = IntStream.range(0, offsets.length)
                .mapToObj(p -> "(select coalesce(max(cut" + p + "), -1) from figure_now)")
                .collect(Collectors.joining(", ", "[", "]"));
        return duck.read(
                """
                select
                    documents.store,
                    documents.business_date,
                    documents.kafka_partition as p,
                    min(documents.kafka_offset) as o,
                    bool_and(figure_now.store is null) as missing,
                    min(documents.kafka_offset) < %s[documents.kafka_partition + 1] as passed
                from %s as documents
                left join figure_now using (store, business_date)
                where documents.kafka_offset <= %s[documents.kafka_partition + 1]
                    and documents.kafka_offset > coalesce([%s][documents.kafka_partition + 1], -1)
                group by documents.store, documents.business_date, documents.kafka_partition
                order by all
                """.formatted(newest, documents, limits, OFFSETS),
                row -> new Behind(
                        new StoreDay(row.getString("store"), row.getString("business_date")),
                        row.getInt("p"),
                        row.getLong("o"),
                        row.getBoolean("missing"),
                        row.getBoolean("passed")));
    }

    /** A key that the stream has left behind for good. */
    static Difference lost(Behind behind) {
        return new Difference(
                STREAM,
                LAKE,
                behind.day().store(),
                behind.day().businessDate(),
                behind.missing() ? "figure" : "cut",
                Topic.ORDERS.topicName() + "/" + behind.partition() + "@" + behind.offset() + " folded",
                behind.missing() ? "no figure" : "not folded");
    }

    /** A cut beyond what the orders' topic had when the figure was read. */
    static Difference beyond(LiveFigure figure, int partition, long newest) {
        return new Difference(
                STREAM,
                LAKE,
                figure.day().store(),
                figure.day().businessDate(),
                "cut",
                "at most " + Topic.ORDERS.topicName() + "/" + partition + "@" + newest,
                Long.toString(figure.cut().offset(partition)));
    }

    private void load(String table, Collection<LiveFigure> figures) {
        String cuts = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(p -> "cut" + p + " bigint")
                .collect(Collectors.joining(", "));
        duck.run("create or replace table " + table + " (store varchar, business_date varchar, " + cuts + ", "
                + TillEquation.columns(LiveFigure.MEASURES) + ")");
        List<String> rows = new ArrayList<>();
        for (LiveFigure figure : figures) {
            rows.add(TillEquation.row(figure.day(), figure.cut().text(), figure.values()));
        }
        Books.insert(duck, table, rows);
    }
}
