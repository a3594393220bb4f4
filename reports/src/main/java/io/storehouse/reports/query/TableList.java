package io.storehouse.reports.query;

import io.storehouse.reports.lake.Duck;
import io.storehouse.reports.lake.Lake;
import io.storehouse.reports.lake.PinnedTable;
import io.storehouse.reports.lake.Sql;
import java.util.Locale;

/** The tables of the lake as a table. */
final class TableList {
    static final String SELECT = "select * from table_list order by all";

    private TableList() {}

    static void load(Lake lake, Duck duck) {
        duck.run(
                "create table table_list (name varchar, layer varchar, rows bigint, files bigint, snapshot_at timestamptz,"
                        + " columns varchar)");
        for (String name : lake.tables()) {
            PinnedTable table = lake.pin(name);
            String columns = String.join(
                    ", ",
                    table.schema().columns().stream()
                            .map(column -> column.name())
                            .toList());
            duck.run("insert into table_list values (%s, %s, %d, %d, %s, %s)"
                    .formatted(
                            Sql.text(name),
                            Sql.text(layer(name)),
                            table.rows(),
                            table.files().size(),
                            table.writtenAt() == null ? "null" : Sql.text(String.valueOf(table.writtenAt())),
                            Sql.text(columns)));
        }
    }

    /** ODS, DIM, DWD, DWS or ADS, from the name. */
    private static String layer(String name) {
        int end = name.indexOf('_');
        return end < 0 ? "" : name.substring(0, end).toUpperCase(Locale.ROOT);
    }
}
