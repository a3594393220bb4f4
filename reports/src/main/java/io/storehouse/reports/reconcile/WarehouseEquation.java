package io.storehouse.reports.reconcile;

import io.storehouse.contracts.LakeNames;
import io.storehouse.reports.lake.Duck;
import io.storehouse.reports.lake.Lake;
import io.storehouse.reports.lake.PinnedTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every table of the warehouse = the lake at the snapshot that the table says it consumed. */
final class WarehouseEquation {
    private static final List<String> TABLES = List.of(
            "dim_store",
            "dim_product",
            "dim_sku",
            "dwd_trade_order_line_di",
            "dwd_stock_adjustment_di",
            "dwd_import_rejected_di",
            "dws_trade_store_1d",
            "dws_trade_sku_1d",
            "dws_trade_customer_1d",
            "dws_sku_name_1d",
            "ads_sales_month_1m",
            "ads_sales_store",
            "ads_sku_rank",
            "ads_customer_rank");

    private final Map<PinnedTable, PinnedTable> consumed;

    private final List<Difference> missing;

    private WarehouseEquation(Map<PinnedTable, PinnedTable> consumed, List<Difference> missing) {
        this.consumed = consumed;
        this.missing = missing;
    }

    /** Pins the tables, each with the archive that it consumed; of a warehouse never built there are none to compare. */
    static WarehouseEquation pin(Lake lake) {
        Map<PinnedTable, PinnedTable> consumed = new LinkedHashMap<>();
        List<Difference> missing = new ArrayList<>();
        Map<String, PinnedTable> archives = new LinkedHashMap<>();
        if (TABLES.stream().noneMatch(lake::has)) {
            return new WarehouseEquation(consumed, missing);
        }
        for (String name : TABLES) {
            if (!lake.has(name)) {
                missing.add(missing(name, "no table"));
                continue;
            }
            // a table changed by other hands than the warehouse's keeps what its last own snapshot consumed
            lake.newestSummary(name, LakeNames.CONSUMED_SNAPSHOT)
                    .ifPresentOrElse(
                            id -> consumed.put(
                                    lake.pin(name),
                                    archives.computeIfAbsent(
                                            id, key -> lake.pin(LakeNames.ODS_EVENT, Long.parseLong(key)))),
                            () -> missing.add(missing(name, "none")));
        }
        return new WarehouseEquation(consumed, missing);
    }

    private static Difference missing(String table, String actual) {
        return new Difference("warehouse", "lake", null, null, table + ".table", "a consumed snapshot", actual);
    }

    /** The archives to load. */
    List<PinnedTable> archives() {
        return List.copyOf(consumed.values());
    }

    /** How many tables are compared. */
    int tables() {
        return consumed.size();
    }

    List<Difference> differences(Duck duck) {
        List<Difference> all = new ArrayList<>(missing);
        consumed.forEach((table, archive) -> {
            duck.add(table);
            String expected = Statements.load("warehouse/" + table.name() + ".expected")
                    .replace("{snapshot}", Long.toString(Books.id(archive)));
            String actual = Statements.load("warehouse/" + table.name() + ".actual");
            all.addAll(new Comparison("warehouse", "lake", table.name(), expected, actual).run(duck));
        });
        return all;
    }
}
