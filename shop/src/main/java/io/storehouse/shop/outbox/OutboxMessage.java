package io.storehouse.shop.outbox;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;
import java.time.Instant;
import java.util.UUID;

/**
 * One event on its way out.
 *
 * @param topic where it goes
 * @param key the record's key, which decides the partition
 * @param envelope the event; its {@code type} is {@link EventType#code()}
 */
public record OutboxMessage(Topic topic, String key, Envelope<?> envelope) {
    /** The schema version of all payloads. */
    public static final int SCHEMA_VERSION = 1;

    /** An event that concerns no store and no business date. */
    public static OutboxMessage of(EventType type, Topic topic, String key, Instant at, Object payload) {
        return new OutboxMessage(
                topic,
                key,
                new Envelope<>(
                        UUID.randomUUID().toString(), type.code(), SCHEMA_VERSION, at, at, null, null, null, payload));
    }
}
