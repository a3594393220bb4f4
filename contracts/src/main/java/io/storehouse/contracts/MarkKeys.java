package io.storehouse.contracts;

import java.util.List;

/**
 * One record key for each partition, so that the reconciliation can write a mark into every one of them through the same
 * outbox and the same partitioner as all events. Index = partition, under Kafka's murmur2 over four partitions.
 */
public final class MarkKeys {
    private static final List<String> KEYS = List.of("mark-1", "mark-2", "mark-0", "mark-3");

    private MarkKeys() {}

    /** The key that lands in that partition, 0 to {@link Topic#PARTITIONS} − 1. */
    public static String of(int partition) {
        return KEYS.get(partition);
    }
}
