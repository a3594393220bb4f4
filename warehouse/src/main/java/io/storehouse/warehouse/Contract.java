package io.storehouse.warehouse;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * What a model promises, as written in the {@code .yml} beside its SQL.
 *
 * @param increment how new events change it
 * @param partition the Iceberg partitioning, {@code months(column)}, or empty
 * @param inputs the tables it reads, those of the archive apart
 * @param events the event types it reads from the archive
 * @param key columns that name one row
 */
record Contract(
        String name,
        Increment increment,
        Optional<String> partition,
        List<String> inputs,
        List<String> events,
        List<String> key,
        List<Column> columns,
        List<Invariant> invariants) {

    /** One column; those that are not nullable are checked after every build. */
    record Column(String name, String type, boolean nullable) {}

    /** A query whose every row is a breach. */
    record Invariant(String name, String sql) {}

    /** How new events change a table. */
    enum Increment {
        /** The model itself merges lines that arrived into {@code previous_<name>}: its rows, of the affected months if partitioned. */
        MERGE,
        /** Rows of affected business dates are computed again, from inputs of only those dates. */
        DATES,
        /** Everything is computed again. */
        WHOLE,
        /** Not built by the warehouse. */
        NONE
    }

    StructType schema() {
        StructType schema = new StructType();
        for (Column column : columns) {
            schema = schema.add(column.name(), DataType.fromDDL(column.type()));
        }
        return schema;
    }

    /** The column whose months partition the table. */
    Optional<String> partitionColumn() {
        return partition.map(text -> text.substring(text.indexOf('(') + 1, text.indexOf(')')));
    }
}
