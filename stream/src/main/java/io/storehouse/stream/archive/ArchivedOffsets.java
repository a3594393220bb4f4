package io.storehouse.stream.archive;

import io.storehouse.contracts.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The highest archived offset of each Kafka partition, read from the table itself. Offsets only grow from commit to commit,
 * so files are read newest first, three columns of them, and only while they may hold a partition not met in a newer one.
 */
final class ArchivedOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(ArchivedOffsets.class);
    private static final Schema PLACE =
            EventTable.SCHEMA.select(EventTable.TOPIC, EventTable.PARTITION, EventTable.OFFSET);
    private static final Types.NestedField TOPIC = PLACE.findField(EventTable.TOPIC);

    private final Table table;
    private final Map<TopicPartition, Long> highest = new HashMap<>();

    private ArchivedOffsets(Table table) {
        this.table = table;
    }

    /** The offset after the highest archived one; nothing for a partition of which nothing is archived. */
    static Map<TopicPartition, Long> next(Table table) {
        Map<TopicPartition, Long> next = new HashMap<>();
        new ArchivedOffsets(table).read().forEach((partition, offset) -> next.put(partition, offset + 1));
        return next;
    }

    private Map<TopicPartition, Long> read() {
        List<DataFile> files = newestFirst();
        Set<TopicPartition> open = allPartitions();
        long generation = Long.MAX_VALUE;
        int opened = 0;
        for (DataFile file : files) {
            if (file.dataSequenceNumber() < generation) {
                generation = file.dataSequenceNumber();
                open.removeAll(highest.keySet());
            }
            if (open.stream().anyMatch(partition -> mayHold(file, partition))) {
                scan(file);
                opened++;
            }
        }
        LOG.info(
                "Read the archived offsets of {} partitions from {} of {} files", highest.size(), opened, files.size());
        return highest;
    }

    private List<DataFile> newestFirst() {
        try (CloseableIterable<FileScanTask> tasks =
                table.newScan().includeColumnStats(Set.of(EventTable.TOPIC)).planFiles()) {
            List<DataFile> files = new ArrayList<>();
            tasks.forEach(task -> files.add(task.file()));
            files.sort(Comparator.comparing(DataFile::dataSequenceNumber).reversed());
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void scan(DataFile file) {
        try (CloseableIterable<Record> places = Parquet.read(table.io().newInputFile(file))
                .project(PLACE)
                .createReaderFunc(type -> GenericParquetReaders.buildReader(PLACE, type))
                .build()) {
            for (Record place : places) {
                TopicPartition partition = new TopicPartition((String) place.get(0), (Integer) place.get(1));
                highest.merge(partition, (Long) place.get(2), Math::max);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mayHold(DataFile file, TopicPartition partition) {
        if (file.lowerBounds() == null || file.upperBounds() == null) {
            return true;
        }
        CharSequence least =
                Conversions.fromByteBuffer(TOPIC.type(), file.lowerBounds().get(TOPIC.fieldId()));
        CharSequence most =
                Conversions.fromByteBuffer(TOPIC.type(), file.upperBounds().get(TOPIC.fieldId()));
        return least == null
                || most == null
                || (CharSequence.compare(least, partition.topic()) <= 0
                        && CharSequence.compare(most, partition.topic()) >= 0);
    }

    private static Set<TopicPartition> allPartitions() {
        Set<TopicPartition> all = new HashSet<>();
        for (Topic topic : Topic.archivedTopics()) {
            IntStream.range(0, Topic.PARTITIONS).forEach(p -> all.add(new TopicPartition(topic.topicName(), p)));
        }
        return all;
    }
}
