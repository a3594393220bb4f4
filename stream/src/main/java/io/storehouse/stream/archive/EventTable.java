package io.storehouse.stream.archive;

import io.storehouse.contracts.LakeNames;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.types.Types;

/** The table {@code ods_event}: one row for each Kafka record, in the order of {@link EventRows}. */
final class EventTable {
    static final String TOPIC = "topic";
    static final String PARTITION = "kafka_partition";
    static final String OFFSET = "kafka_offset";

    static final Schema SCHEMA = new Schema(
            Types.NestedField.required(1, TOPIC, Types.StringType.get()),
            Types.NestedField.required(2, PARTITION, Types.IntegerType.get()),
            Types.NestedField.required(3, OFFSET, Types.LongType.get()),
            Types.NestedField.optional(4, "position", Types.StringType.get()),
            Types.NestedField.optional(5, "event_id", Types.StringType.get()),
            Types.NestedField.optional(6, "event_type", Types.StringType.get()),
            Types.NestedField.optional(7, "event_key", Types.StringType.get()),
            Types.NestedField.required(8, "recorded_at", Types.TimestampType.withZone()),
            Types.NestedField.required(9, "logged_at", Types.TimestampType.withZone()),
            Types.NestedField.optional(10, "value", Types.StringType.get()));

    private static final Map<String, String> PROPERTIES = Map.of(
            TableProperties.FORMAT_VERSION,
            "2",
            TableProperties.PARQUET_COMPRESSION,
            "zstd",
            TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES,
            Integer.toString(16 << 20),
            TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED,
            "true",
            TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
            "20",
            // whole names tell which files cannot hold a topic
            TableProperties.METRICS_MODE_COLUMN_CONF_PREFIX + TOPIC,
            "full",
            TableProperties.METRICS_MODE_COLUMN_CONF_PREFIX + "value",
            "counts",
            // a quiet night leaves no snapshots
            "flink.max-continuous-empty-commits",
            Integer.toString(Integer.MAX_VALUE));

    private EventTable() {}

    /** The table, made if absent. */
    static Table loadOrCreate(Catalog catalog) {
        if (!catalog.tableExists(Lake.EVENTS)) {
            createNamespace((SupportsNamespaces) catalog);
            try {
                return catalog.createTable(
                        Lake.EVENTS,
                        SCHEMA,
                        PartitionSpec.builderFor(SCHEMA).day("recorded_at").build(),
                        PROPERTIES);
            } catch (AlreadyExistsException e) {
                return catalog.loadTable(Lake.EVENTS);
            }
        }
        return catalog.loadTable(Lake.EVENTS);
    }

    private static void createNamespace(SupportsNamespaces catalog) {
        Namespace namespace = Namespace.of(LakeNames.NAMESPACE);
        if (catalog.namespaceExists(namespace)) {
            return;
        }
        try {
            catalog.createNamespace(namespace);
        } catch (AlreadyExistsException e) {
            // another process was faster
        }
    }
}
