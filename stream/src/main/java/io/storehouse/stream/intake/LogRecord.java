package io.storehouse.stream.intake;

import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in Kafka.
 *
 * @param loggedAt the broker's time, milliseconds since 1970
 * @param position the header {@code EventHeaders.POSITION}, or null when absent
 * @param value the JSON text, or null for a tombstone
 */
public record LogRecord(
        String topic,
        int partition,
        long offset,
        long loggedAt,
        @Nullable String position,
        @Nullable String key,
        @Nullable String value) {

    /** Where it lies, for people: {@code topic-partition@offset}. */
    public String place() {
        return topic + "-" + partition + "@" + offset;
    }
}
