package io.storehouse.shop.outbox;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;

/**
 * One event on its way out.
 *
 * @param topic where it goes
 * @param key the record's key, which decides the partition
 * @param envelope the event; its {@code type} is {@link EventType#code()}
 */
public record OutboxMessage(Topic topic, String key, Envelope<?> envelope) {}
