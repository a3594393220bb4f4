package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.stores.BusinessTime;
import io.storehouse.shop.stores.Store;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Events of what a store says of its stock, at its time. */
final class StoreFacts {
    private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private StoreFacts() {}

    static OutboxMessage message(EventType type, Store store, String key, Instant at, Object payload) {
        BusinessTime time = store.businessTimeOf(at);
        return new OutboxMessage(
                Topic.STOCK,
                key,
                new Envelope<>(
                        UUID.randomUUID().toString(),
                        type.code(),
                        OutboxMessage.SCHEMA_VERSION,
                        at,
                        at,
                        store.code(),
                        time.date(),
                        HOUR_MINUTE.format(time.time()),
                        payload));
    }
}
