package io.storehouse.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.storehouse.contracts.LakeNames;
import java.util.Objects;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.jspecify.annotations.Nullable;

/**
 * Commits tables. Each commit is one snapshot that holds both the rows and the archive snapshot they are computed from, and
 * fails if the table was changed by somebody else since it was read. Two runs are kept apart by {@link RunLock}; this is for
 * writers that do not know it.
 */
final class TableWriter {
    private static final String SNAPSHOT_PROPERTY = "snapshot-property.";

    private final long consumed;

    /** @param consumed the archive snapshot that the rows to be written are computed from */
    TableWriter(long consumed) {
        this.consumed = consumed;
    }

    /** Replaces all rows. */
    void replaceAll(Table table, Contract contract, Dataset<Row> rows) {
        commit(table, contract, rows, true);
    }

    /** Replaces the rows of those partitions that the new rows fall into. */
    void replacePartitions(Table table, Contract contract, Dataset<Row> rows) {
        commit(table, contract, rows, false);
    }

    /** Says that newer archive snapshots change nothing in this table. */
    void keep(Table table) {
        table.newFastAppend()
                .set(LakeNames.CONSUMED_SNAPSHOT, Long.toString(consumed))
                .commit();
    }

    private void commit(Table table, Contract contract, Dataset<Row> rows, boolean everything) {
        DataFrameWriterV2<Row> writer = shaped(contract, rows)
                .writeTo(Lake.sparkName(contract.name()))
                .option(SNAPSHOT_PROPERTY + LakeNames.CONSUMED_SNAPSHOT, Long.toString(consumed))
                // a file a month stays open instead of a sort of all rows
                .option("fanout-enabled", "true");
        Snapshot read = table.currentSnapshot();
        if (read != null) {
            writer.option("isolation-level", "serializable")
                    .option("validate-from-snapshot-id", Long.toString(read.snapshotId()));
        }
        try {
            if (everything) {
                requireUnchanged(table, contract, read);
                writer.overwrite(lit(true));
            } else {
                writer.overwritePartitions();
            }
        } catch (NoSuchTableException e) {
            throw new WarehouseException(
                    WarehouseError.OUTDATED_TABLE, "Cannot write " + contract.name() + ": the table is gone", e);
        }
    }

    /** Iceberg validates an overwrite of partitions at the commit, and one of everything not at all. */
    private static void requireUnchanged(Table table, Contract contract, @Nullable Snapshot read) {
        table.refresh();
        if (!Objects.equals(id(read), id(table.currentSnapshot()))) {
            throw new WarehouseException(
                    WarehouseError.CHANGED_BY_OTHERS,
                    "Cannot write " + contract.name() + ": somebody else changed it since it was read; run again");
        }
    }

    private static @Nullable Long id(@Nullable Snapshot snapshot) {
        return snapshot == null ? null : snapshot.snapshotId();
    }

    private static Dataset<Row> shaped(Contract contract, Dataset<Row> rows) {
        Column[] columns = contract.columns().stream()
                .map(column -> col(column.name()).cast(column.type()).as(column.name()))
                .toArray(Column[]::new);
        Dataset<Row> shaped = rows.select(columns);
        if (contract.partition().isPresent()) {
            return shaped;
        }
        Column[] key = contract.key().stream().map(name -> col(name)).toArray(Column[]::new);
        return shaped.coalesce(1).sortWithinPartitions(key);
    }
}
