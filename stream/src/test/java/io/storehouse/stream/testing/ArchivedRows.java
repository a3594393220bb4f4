package io.storehouse.stream.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** The rows of the archive, by the Kafka partition they come from. */
public final class ArchivedRows {
    private final TreeMap<String, List<Long>> offsets = new TreeMap<>();

    private ArchivedRows() {}

    /** Reads the newest snapshot. */
    public static ArchivedRows of(Table table) {
        table.refresh();
        ArchivedRows rows = new ArchivedRows();
        try (CloseableIterable<Record> records = IcebergGenerics.read(table).build()) {
            for (Record record : records) {
                rows.offsets
                        .computeIfAbsent(
                                record.getField("topic") + "-" + record.getField("kafka_partition"),
                                place -> new ArrayList<>())
                        .add((Long) record.getField("kafka_offset"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** How many rows there are. */
    public long count() {
        return offsets.values().stream().mapToLong(List::size).sum();
    }

    /** The partitions of which there are rows. */
    public int partitions() {
        return offsets.size();
    }

    /** The partitions whose rows are not each offset from the lowest to the highest exactly once. */
    public List<String> broken() {
        return offsets.entrySet().stream()
                .filter(entry -> !contiguous(entry.getValue()))
                .map(entry -> entry.getKey() + ": " + entry.getValue().size() + " rows")
                .toList();
    }

    private static boolean contiguous(List<Long> offsets) {
        List<Long> sorted = offsets.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i) != sorted.get(0) + i) {
                return false;
            }
        }
        return true;
    }
}
