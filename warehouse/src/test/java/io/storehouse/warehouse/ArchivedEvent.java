package io.storehouse.warehouse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of {@code ods_event}. */
record ArchivedEvent(
        String topic,
        int partition,
        long offset,
        @Nullable String position,
        String id,
        String type,
        String key,
        Instant recordedAt,
        String value) {

    ArchivedEvent deliveredAt(long newOffset) {
        return new ArchivedEvent(topic, partition, newOffset, position, id, type, key, recordedAt, value);
    }

    ArchivedEvent withType(String newType) {
        return new ArchivedEvent(topic, partition, offset, position, id, newType, key, recordedAt, value);
    }
}
