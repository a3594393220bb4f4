package io.storehouse.stream.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Where to start reading without a checkpoint: given offsets, and the earliest for every other partition. Offsets committed
 * to Kafka never count. An offset that the broker no longer has fails the job, because skipping would leave a hole.
 */
public final class StartOffsets implements OffsetsInitializer {
    private static final long serialVersionUID = 1L;

    private final HashMap<TopicPartition, Long> next;

    private StartOffsets(Map<TopicPartition, Long> next) {
        this.next = new HashMap<>(next);
    }

    /** From the first record of every partition. */
    public static StartOffsets earliest() {
        return new StartOffsets(Map.of());
    }

    /** From the given offsets. */
    public static StartOffsets at(Map<TopicPartition, Long> next) {
        return new StartOffsets(next);
    }

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
        return partitions.stream()
                .collect(Collectors.toMap(
                        partition -> partition,
                        partition -> next.getOrDefault(partition, KafkaPartitionSplit.EARLIEST_OFFSET)));
    }

    @Override
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.NONE;
    }
}
