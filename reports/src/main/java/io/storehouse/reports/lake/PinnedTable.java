package io.storehouse.reports.lake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A table at one snapshot: what of it DuckDB reads.
 *
 * @param name within the namespace
 * @param snapshotId null when the table has never been written
 * @param writtenAt when that snapshot was committed, or null
 * @param summary what the snapshot says of itself
 * @param files paths of its Parquet files
 */
public record PinnedTable(
        String name,
        @Nullable Long snapshotId,
        @Nullable Instant writtenAt,
        Map<String, String> summary,
        Schema schema,
        List<DataFile> files) {

    /**
     * A Parquet file of the table.
     *
     * @param path on this machine
     * @param records rows in it
     */
    public record DataFile(String path, long records) {}

    /** Rows in all files. */
    public long rows() {
        return files.stream().mapToLong(DataFile::records).sum();
    }

    /** This table reduced to some of its files. */
    public PinnedTable withFiles(List<DataFile> some) {
        return new PinnedTable(name, snapshotId, writtenAt, summary, schema, some);
    }

    /**
     * A query for all rows. Columns are found by Iceberg's field ids, so files written before a column was added or renamed
     * read right.
     */
    public String select() {
        return select("");
    }

    /** As {@link #select()}, with the path of each row's file as the column {@code filename}. */
    public String selectWithFile() {
        return files.isEmpty()
                ? select("").replaceFirst("select ", "select cast(null as varchar) as filename, ")
                : select("filename = true, ");
    }

    private String select(String option) {
        if (files.isEmpty()) {
            return schema.columns().stream()
                    .map(column -> "cast(null as " + DuckTypes.of(column.type()) + ") as " + Sql.name(column.name()))
                    .collect(Collectors.joining(", ", "select ", " where false"));
        }
        String paths = files.stream().map(file -> Sql.text(file.path())).collect(Collectors.joining(", "));
        String columns = schema.columns().stream()
                .map(column -> column.fieldId() + ": {name: " + Sql.text(column.name()) + ", type: "
                        + Sql.text(DuckTypes.of(column.type())) + ", default_value: NULL}")
                .collect(Collectors.joining(", "));
        return "select * from read_parquet([" + paths + "], " + option + "hive_partitioning = false, schema = map {"
                + columns + "})";
    }
}
