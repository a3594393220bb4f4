package io.storehouse.reports.lake;

import io.storehouse.contracts.LakeNames;
import io.storehouse.contracts.Settings;
import io.storehouse.engines.LocalEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.parquet.Parquet;

/**
 * A lake in a temporary directory with its catalog in a real MariaDB, written by Iceberg as Flink and Spark write it. One
 * database serves all tests of a JVM; each lake wipes the catalog.
 */
public final class TestLake implements AutoCloseable {
    private static final LocalEngines ENGINES = LocalEngines.inTemporary("reports-engines");
    private static final LocalEngines.RunningMariaDb DATABASE = ENGINES.startMariaDb();

    private final Path directory;
    private final JdbcCatalog catalog;

    private TestLake(Path directory, JdbcCatalog catalog) {
        this.directory = directory;
        this.catalog = catalog;
    }

    /** An empty lake whose files go under that directory. */
    public static TestLake in(Path directory) {
        Map<String, String> properties = new HashMap<>();
        properties.put("type", "jdbc");
        properties.put("uri", DATABASE.jdbcUrl("iceberg"));
        properties.put("jdbc.user", "lake");
        properties.put("jdbc.password", DATABASE.passwords().lake());
        properties.put("jdbc.schema-version", "V1");
        properties.put("warehouse", directory.toUri().toString());
        properties.put("io-impl", "org.apache.iceberg.io.ResolvingFileIO");
        JdbcCatalog catalog =
                (JdbcCatalog) CatalogUtil.buildIcebergCatalog(LakeNames.CATALOG, properties, new Configuration());
        TestLake lake = new TestLake(directory, catalog);
        lake.clear();
        return lake;
    }

    private void clear() {
        Namespace namespace = Namespace.of(LakeNames.NAMESPACE);
        if (catalog.namespaceExists(namespace)) {
            catalog.listTables(namespace).forEach(table -> catalog.dropTable(table, false));
        } else {
            catalog.createNamespace(namespace);
        }
    }

    /** What the launcher would tell the program. */
    public Properties settings() {
        Properties settings = new Properties();
        settings.setProperty(Settings.LAKE_CATALOG_URI, DATABASE.jdbcUrl("iceberg"));
        settings.setProperty(Settings.LAKE_CATALOG_USER, "lake");
        settings.setProperty(
                Settings.LAKE_CATALOG_PASSWORD, DATABASE.passwords().lake());
        return settings;
    }

    /** Those settings, and more, in a file. */
    public Path settingsFile(Map<String, String> more) {
        Properties settings = settings();
        settings.putAll(more);
        Path file = directory.resolve("reports.properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Makes a table. */
    public Table create(String name, Schema schema, PartitionSpec spec) {
        return catalog.createTable(
                id(name), schema, spec, Map.of(TableProperties.PARQUET_COMPRESSION, "zstd", "format-version", "2"));
    }

    /** Takes a table away. */
    public void drop(String name) {
        catalog.dropTable(id(name), false);
    }

    /** The table, to change it by hand. */
    public Table table(String name) {
        return catalog.loadTable(id(name));
    }

    /** The present snapshot's id. */
    public long snapshot(String name) {
        return table(name).currentSnapshot().snapshotId();
    }

    /** Commits rows, given as values in the order of columns. */
    public void append(String name, List<List<Object>> rows) {
        Table table = table(name);
        AppendFiles append = table.newAppend();
        write(table, rows).forEach(append::appendFile);
        append.commit();
    }

    /** Puts rows in the place of everything, as a copy-on-write update does, with properties in the summary. */
    public void replace(String name, List<List<Object>> rows, Map<String, String> summary) {
        Table table = table(name);
        OverwriteFiles overwrite = table.newOverwrite();
        try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
            tasks.forEach(task -> overwrite.deleteFile(task.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(table, rows).forEach(overwrite::addFile);
        commit(overwrite, summary);
    }

    private static void commit(SnapshotUpdate<?> update, Map<String, String> summary) {
        summary.forEach(update::set);
        update.commit();
    }

    private static List<DataFile> write(Table table, List<List<Object>> rows) {
        InternalRecordWrapper wrapper = new InternalRecordWrapper(table.schema().asStruct());
        PartitionKey key = new PartitionKey(table.spec(), table.schema());
        Map<PartitionKey, List<Record>> partitions = new LinkedHashMap<>();
        for (List<Object> row : rows) {
            Record record = record(table.schema(), row);
            key.partition(wrapper.wrap(record));
            partitions.computeIfAbsent(key.copy(), ignored -> new ArrayList<>()).add(record);
        }
        return partitions.entrySet().stream()
                .map(partition -> write(table, partition.getKey(), partition.getValue()))
                .toList();
    }

    private static DataFile write(Table table, PartitionKey partition, List<Record> records) {
        String name = UUID.randomUUID() + ".parquet";
        String location = table.spec().isUnpartitioned()
                ? table.locationProvider().newDataLocation(name)
                : table.locationProvider().newDataLocation(table.spec(), partition, name);
        try {
            DataWriter<Record> writer = Parquet.writeData(table.io().newOutputFile(location))
                    .schema(table.schema())
                    .withSpec(table.spec())
                    .withPartition(table.spec().isUnpartitioned() ? null : partition)
                    .createWriterFunc(GenericParquetWriter::create)
                    .overwrite()
                    .build();
            try (writer) {
                records.forEach(writer::write);
            }
            return writer.toDataFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Record record(Schema schema, List<Object> values) {
        GenericRecord record = GenericRecord.create(schema);
        for (int i = 0; i < values.size(); i++) {
            record.set(i, values.get(i));
        }
        return record;
    }

    private static TableIdentifier id(String name) {
        return TableIdentifier.of(LakeNames.NAMESPACE, name);
    }

    @Override
    public void close() {
        try {
            catalog.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
