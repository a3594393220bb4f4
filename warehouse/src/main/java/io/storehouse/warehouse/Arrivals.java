package io.storehouse.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.storehouse.contracts.LakeNames;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** The archive's events of one range of snapshots, parsed once and kept for the session as the view {@code ods_line}. */
final class Arrivals {
    private final Dataset<Row> lines;
    private final Map<String, Set<LocalDate>> datesByEvent = new TreeMap<>();
    private long lineCount;

    private Arrivals(Dataset<Row> lines) {
        this.lines = lines;
    }

    /**
     * Parses the events that were archived after one snapshot, up to and with another.
     *
     * @param after empty for everything
     */
    static Arrivals parse(Lake lake, Optional<Long> after, long through) {
        SparkSession spark = lake.spark();
        var reader = spark.read().format("iceberg");
        if (after.isPresent()) {
            reader.option("start-snapshot-id", after.get()).option("end-snapshot-id", through);
        } else {
            reader.option("versionAsOf", through);
        }
        onlyOnce(reader.load(Lake.sparkName(LakeNames.ODS_EVENT))).createOrReplaceTempView("ods_event_range");
        // kept as rows: the columnar cache spends longer on statistics of wide decimals than the parser on JSON
        Dataset<Row> lines = spark.sql(Models.parser("spark")).localCheckpoint(false, StorageLevel.MEMORY_AND_DISK());
        lines.createOrReplaceTempView(Models.parsedLines().name());
        Arrivals arrivals = new Arrivals(lines);
        arrivals.survey();
        return arrivals;
    }

    /** Guards against an archive that holds an offset twice; the archive's own checks will name it. */
    private static Dataset<Row> onlyOnce(Dataset<Row> events) {
        Column[] record = {col("topic"), col("kafka_partition"), col("kafka_offset")};
        boolean doubled = !events.groupBy(record)
                .agg(count(lit(1)).as("copies"))
                .where(col("copies").gt(1))
                .isEmpty();
        return doubled ? events.dropDuplicates(new String[] {"topic", "kafka_partition", "kafka_offset"}) : events;
    }

    private void survey() {
        for (Row row : lines.groupBy(col("event_type"), col("business_date"))
                .agg(count(lit(1)))
                .collectAsList()) {
            Set<LocalDate> dates = datesByEvent.computeIfAbsent(String.valueOf(row.get(0)), type -> new TreeSet<>());
            if (!row.isNullAt(1)) {
                dates.add(((Date) row.get(1)).toLocalDate());
            }
            lineCount += row.getLong(2);
        }
    }

    /** How many lines were parsed. */
    long lineCount() {
        return lineCount;
    }

    /** Whether any event of these types arrived. */
    boolean hasAny(Collection<String> events) {
        return events.stream().anyMatch(datesByEvent::containsKey);
    }

    /** The business dates that events of these types touch. */
    Set<LocalDate> dates(Collection<String> events) {
        Set<LocalDate> dates = new TreeSet<>();
        events.forEach(event -> dates.addAll(datesByEvent.getOrDefault(event, Set.of())));
        return dates;
    }
}
