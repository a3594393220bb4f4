package io.storehouse.warehouse;

import io.storehouse.contracts.LakeNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The lake's tables, as Spark and as Iceberg see them. */
final class Lake implements AutoCloseable {
    /** Files are read by DuckDB as they are, so no commit may leave delete files. */
    private static final Map<String, String> TABLE_PROPERTIES = Map.of(
            "format-version", "2",
            "write.parquet.compression-codec", "zstd",
            "write.delete.mode", "copy-on-write",
            "write.update.mode", "copy-on-write",
            "write.merge.mode", "copy-on-write",
            "write.metadata.delete-after-commit.enabled", "true",
            "write.metadata.previous-versions-max", "20");

    private static final Namespace NAMESPACE = Namespace.of(LakeNames.NAMESPACE);

    private final SparkSession spark;
    private final Catalog catalog;

    private Lake(SparkSession spark) {
        this.spark = spark;
        this.catalog = Spark3Util.loadIcebergCatalog(spark, LakeNames.CATALOG);
    }

    /** Starts Spark in this process, on two threads and without a port. */
    static Lake open(WarehouseSettings settings) {
        return new Lake(SparkSessions.start(settings));
    }

    SparkSession spark() {
        return spark;
    }

    /** The name by which Spark knows a table. */
    static String sparkName(String table) {
        return String.join(".", LakeNames.CATALOG, LakeNames.NAMESPACE, table);
    }

    Optional<Table> find(String table) {
        TableIdentifier id = TableIdentifier.of(NAMESPACE, table);
        return catalog.tableExists(id) ? Optional.of(catalog.loadTable(id)) : Optional.empty();
    }

    /** The archive's {@code ods_event}, once it has data. */
    Optional<Table> archive() {
        return find(LakeNames.ODS_EVENT).filter(table -> table.currentSnapshot() != null);
    }

    Dataset<Row> read(String table) {
        return spark.table(sparkName(table));
    }

    /**
     * The table of a contract, made if it is absent.
     *
     * @throws WarehouseException when it exists with other columns
     */
    Table require(Contract contract) {
        Table table = find(contract.name()).orElseGet(() -> create(contract));
        if (!fits(table, contract)) {
            throw new WarehouseException(
                    WarehouseError.OUTDATED_TABLE,
                    "Cannot build " + contract.name()
                            + ": its columns are not those of its model; run `storehouse warehouse backfill`");
        }
        return table;
    }

    /** Drops a table whose columns are not those of its model any more, so that {@link #require} makes it anew. */
    void dropOutdated(Contract contract) {
        find(contract.name())
                .filter(table -> !fits(table, contract))
                .ifPresent(table -> catalog.dropTable(TableIdentifier.of(NAMESPACE, contract.name()), true));
    }

    /** The archive snapshot that a table is computed from; empty when it was never built. */
    static Optional<Long> consumed(Table table) {
        return Optional.ofNullable(table.currentSnapshot())
                .map(Snapshot::summary)
                .map(summary -> summary.get(LakeNames.CONSUMED_SNAPSHOT))
                .map(Long::valueOf);
    }

    private Table create(Contract contract) {
        Schema schema = SparkSchemaUtil.convert(contract.schema());
        PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
        contract.partitionColumn().ifPresent(spec::month);
        return catalog.buildTable(TableIdentifier.of(NAMESPACE, contract.name()), schema)
                .withPartitionSpec(spec.build())
                .withProperties(TABLE_PROPERTIES)
                .create();
    }

    private static boolean fits(Table table, Contract contract) {
        return shape(SparkSchemaUtil.convert(table.schema())).equals(shape(contract.schema()));
    }

    private static List<String> shape(StructType schema) {
        return List.of(schema.fields()).stream()
                .map(field -> field.name() + " " + field.dataType().sql())
                .toList();
    }

    @Override
    public void close() {
        spark.stop();
    }
}
