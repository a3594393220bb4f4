package io.storehouse.warehouse;

import io.storehouse.contracts.LakeNames;
import io.storehouse.contracts.Settings;
import io.storehouse.engines.LocalEngines;
import io.storehouse.engines.LocalEngines.RunningMariaDb;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;

/** A lake on a real catalog; the archive in it is written by hand. */
final class TestLake implements AutoCloseable {
    private final LocalEngines engines;
    private final RunningMariaDb database;
    private final WarehouseSettings settings;
    private final Lake lake;

    TestLake(Path directory) {
        engines = LocalEngines.in(directory.resolve("engines"));
        database = engines.startMariaDb();
        settings = settings(database, directory);
        lake = Lake.open(settings);
    }

    private static WarehouseSettings settings(RunningMariaDb database, Path directory) {
        Properties properties = new Properties();
        properties.setProperty(Settings.LAKE_CATALOG_URI, database.jdbcUrl("iceberg"));
        properties.setProperty(Settings.LAKE_CATALOG_USER, "lake");
        properties.setProperty(
                Settings.LAKE_CATALOG_PASSWORD, database.passwords().lake());
        properties.setProperty(
                Settings.LAKE_LOCATION, directory.resolve("lake").toUri().toString());
        return WarehouseSettings.of(Settings.of(properties));
    }

    WarehouseSettings settings() {
        return settings;
    }

    Lake lake() {
        return lake;
    }

    /** Drops all tables and makes an empty archive. */
    void empty() {
        lake.spark().sql("create namespace if not exists lake.retail");
        for (Row row : lake.spark().sql("show tables in lake.retail").collectAsList()) {
            lake.spark().sql("drop table lake.retail." + row.getString(1) + " purge");
        }
        lake.spark().catalog().dropTempView("ods_line");
        lake.spark().sql("""
                        create table lake.retail.ods_event (
                            topic string, kafka_partition int, kafka_offset bigint, position string, event_id string,
                            event_type string, event_key string, recorded_at timestamp, logged_at timestamp, value string)
                        using iceberg partitioned by (days(recorded_at))
                        """);
    }

    /** Commits events to the archive, as one snapshot. */
    void archive(List<ArchivedEvent> events) {
        List<Row> rows = events.stream()
                .map(event -> RowFactory.create(
                        event.topic(),
                        event.partition(),
                        event.offset(),
                        event.position(),
                        event.id(),
                        event.type(),
                        event.key(),
                        Timestamp.from(event.recordedAt()),
                        Timestamp.from(event.recordedAt()),
                        event.value()))
                .toList();
        try {
            lake.spark()
                    .createDataFrame(rows, Models.archive().schema())
                    .coalesce(1)
                    .writeTo(Lake.sparkName(LakeNames.ODS_EVENT))
                    .append();
        } catch (NoSuchTableException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a table, sorted. */
    List<String> rows(Contract contract) {
        Column[] columns = contract.columns().stream()
                .map(column -> functions.col(column.name()))
                .toArray(Column[]::new);
        List<String> rows = new ArrayList<>();
        for (Row row : lake.read(contract.name()).select(columns).collectAsList()) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                values.add(row.get(i));
            }
            rows.add(Rows.text(values));
        }
        rows.sort(null);
        return rows;
    }

    @Override
    public void close() {
        lake.close();
        engines.close();
    }
}
