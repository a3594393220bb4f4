package io.storehouse.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One run of the plan. Every table says which archive snapshot it is computed from, so a run computes just the tables that
 * are behind, from the events archived since; a run that was killed between two commits is completed by the next.
 */
final class Build {
    private final Lake lake;
    private final Models models;
    private final BuildListener listener;

    Build(Lake lake, Models models, BuildListener listener) {
        this.lake = lake;
        this.models = models;
        this.listener = listener;
    }

    /** Brings all tables up to the archive's newest events; does nothing to tables that are there already. */
    void run() {
        lake.archive().ifPresentOrElse(this::increment, () -> listener.note("The archive is empty: nothing to build."));
    }

    /** Computes every table again from the whole archive. */
    void backfill() {
        lake.archive()
                .ifPresentOrElse(this::everything, () -> listener.note("The archive is empty: nothing to build."));
    }

    private void everything(Table archive) {
        models.inOrder().forEach(model -> lake.dropOutdated(model.contract()));
        build(models.inOrder(), Optional.empty(), new ArchiveHistory(archive));
    }

    private void increment(Table archive) {
        ArchiveHistory history = new ArchiveHistory(archive);
        List<Model> stale = new ArrayList<>();
        List<Long> consumed = new ArrayList<>();
        boolean unbuilt = false;
        for (Model model : models.inOrder()) {
            Optional<Long> snapshot = Lake.consumed(lake.require(model.contract()));
            if (snapshot.isPresent() && snapshot.get() == history.newestWithEvents()) {
                continue;
            }
            stale.add(model);
            snapshot.ifPresent(consumed::add);
            unbuilt |= snapshot.isEmpty();
        }
        if (stale.isEmpty()) {
            listener.note("Nothing new since archive snapshot " + history.newestWithEvents() + ".");
            return;
        }
        Optional<Long> after = unbuilt ? Optional.empty() : history.commonStart(consumed);
        if (after.isEmpty() && !consumed.isEmpty()) {
            listener.note(
                    unbuilt
                            ? "Some tables were never built: what is behind is built from the whole archive."
                            : "The archive's history does not tell what is new: everything behind is built again.");
        }
        build(stale, after, history);
    }

    private void build(List<Model> stale, Optional<Long> after, ArchiveHistory history) {
        listener.started("ods_line");
        long start = System.nanoTime();
        long through = after.isPresent() ? history.newestWithEvents() : history.current();
        Arrivals arrivals = Arrivals.parse(lake, after, through);
        listener.finished("ods_line", arrivals.lineCount(), after.isPresent() ? "new" : "all", since(start));
        Step step = new Step(arrivals, after.isEmpty(), new TableWriter(history.newestWithEvents()));
        stale.forEach(model -> {
            listener.started(model.name());
            long modelStart = System.nanoTime();
            String detail = step.build(model);
            Table table = lake.require(model.contract());
            listener.finished(model.name(), rows(table), detail, since(modelStart));
        });
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static long rows(Table table) {
        return Long.parseLong(table.currentSnapshot().summary().getOrDefault("total-records", "0"));
    }

    /** Builds one table after the other from the same arrivals. */
    private final class Step {
        private final Arrivals arrivals;
        private final boolean full;
        private final TableWriter writer;

        Step(Arrivals arrivals, boolean full, TableWriter writer) {
            this.arrivals = arrivals;
            this.full = full;
            this.writer = writer;
        }

        /** Commits the model's table and says how. */
        String build(Model model) {
            Contract contract = model.contract();
            Table table = lake.require(contract);
            Set<String> events = models.eventsOf(model);
            if (!full && !arrivals.hasAny(events)) {
                writer.keep(table);
                return "unchanged";
            }
            Set<LocalDate> dates = arrivals.dates(events);
            return switch (contract.increment()) {
                case MERGE -> merge(model, table, dates);
                case DATES -> dates(model, table, dates);
                case WHOLE, NONE -> whole(model, table);
            };
        }

        private String merge(Model model, Table table, Set<LocalDate> dates) {
            Contract contract = model.contract();
            Dataset<Row> rows = lake.read(model.name());
            boolean byMonth = !full && contract.partition().isPresent();
            Set<YearMonth> months = months(dates);
            if (full) {
                rows = rows.limit(0);
            } else if (byMonth) {
                rows = rows.where(inMonths(contract.partitionColumn().orElseThrow(), months));
            }
            rows.createOrReplaceTempView("previous_" + model.name());
            Dataset<Row> result = lake.spark().sql(model.sql());
            if (byMonth) {
                writer.replacePartitions(table, contract, result);
                return months.size() + " months";
            }
            writer.replaceAll(table, contract, result);
            return "all";
        }

        private String dates(Model model, Table table, Set<LocalDate> dates) {
            if (full) {
                return whole(model, table);
            }
            Column affected = col("business_date").isin(dates.toArray());
            for (String input : model.contract().inputs()) {
                lake.read(input).where(affected).createOrReplaceTempView(input);
            }
            Dataset<Row> kept = lake.read(model.name()).where(not(affected));
            writer.replaceAll(
                    table, model.contract(), lake.spark().sql(model.sql()).unionByName(kept));
            return dates.size() + " dates";
        }

        private String whole(Model model, Table table) {
            for (String input : model.contract().inputs()) {
                lake.read(input).createOrReplaceTempView(input);
            }
            writer.replaceAll(table, model.contract(), lake.spark().sql(model.sql()));
            return "all";
        }
    }

    private static Set<YearMonth> months(Set<LocalDate> dates) {
        Set<YearMonth> months = new TreeSet<>();
        dates.forEach(date -> months.add(YearMonth.from(date)));
        return months;
    }

    private static Column inMonths(String date, Set<YearMonth> months) {
        Column any = col(date).isNull();
        for (YearMonth month : months) {
            any = any.or(col(date).between(month.atDay(1), month.atEndOfMonth()));
        }
        return any;
    }
}
