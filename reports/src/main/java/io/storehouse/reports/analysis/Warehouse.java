package io.storehouse.reports.analysis;

import io.storehouse.contracts.Settings;
import io.storehouse.reports.cli.Problem;
import io.storehouse.reports.lake.Duck;
import io.storehouse.reports.lake.Lake;
import io.storehouse.reports.lake.PinnedTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables that reports are made of, each at one snapshot, all pinned at the same moment. */
final class Warehouse implements AutoCloseable {
    private static final List<String> TABLES = List.of(
            "dwd_trade_order_line_di",
            "dwd_stock_adjustment_di",
            "dwd_import_rejected_di",
            "dws_trade_store_1d",
            "dws_trade_sku_1d",
            "dws_trade_customer_1d",
            "dim_sku");

    private final Duck duck;
    private final Map<String, Instant> writtenAt;

    private Warehouse(Duck duck, Map<String, Instant> writtenAt) {
        this.duck = duck;
        this.writtenAt = writtenAt;
    }

    /**
     * Pins the tables and chooses the days.
     *
     * @throws Problem when the warehouse has not been built
     */
    static Warehouse open(Settings settings, LocalDate firstDay, LocalDate lastDay) {
        Map<String, Instant> writtenAt = new TreeMap<>();
        Duck duck = Duck.open();
        try (Lake lake = Lake.open(settings)) {
            List<String> missing =
                    TABLES.stream().filter(table -> !lake.has(table)).toList();
            if (!missing.isEmpty()) {
                throw Problem.external(
                        "Cannot report: the warehouse has no " + String.join(", ", missing)
                                + " yet; build it with ./storehouse warehouse run",
                        null);
            }
            for (String name : TABLES) {
                PinnedTable table = lake.pin(name);
                duck.add(table);
                Instant written = table.writtenAt();
                if (written != null) {
                    writtenAt.put(name, written);
                }
            }
        }
        duck.period(firstDay, lastDay);
        duck.lock();
        return new Warehouse(duck, writtenAt);
    }

    /** Rows of a file of SQL. */
    <T> List<T> read(SqlFile file, Duck.RowReader<T> reader) {
        return duck.read(file.text(), reader);
    }

    /** When the snapshot of each table that has one was written. */
    Map<String, Instant> writtenAt() {
        return writtenAt;
    }

    @Override
    public void close() {
        duck.close();
    }
}
