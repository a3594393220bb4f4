package io.storehouse.connect;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;

/** The connector that follows the table {@code shop.outbox} in the binary log, and the worker it runs in. */
final class OutboxConnector {
    /** The connector's name. */
    static final String NAME = "outbox";

    static final String HEARTBEATS = "__debezium-heartbeat.storehouse";
    static final String SCHEMA_HISTORY = "storehouse.connect.schema-history";

    private static final String STRINGS = "org.apache.kafka.connect.storage.StringConverter";
    private static final String LARGEST_EVENT = Integer.toString(20 << 20);

    private OutboxConnector() {}

    static Map<String, String> worker(ConnectSettings settings) {
        return Map.ofEntries(
                entry("bootstrap.servers", settings.bootstrap()),
                entry("group.id", "storehouse-connect"),
                entry("listeners", "http://127.0.0.1:" + settings.restPort()),
                entry("rest.advertised.host.name", "127.0.0.1"),
                entry("plugin.discovery", "service_load"),
                entry("key.converter", STRINGS),
                entry("value.converter", STRINGS),
                entry("config.storage.topic", "storehouse.connect.configs"),
                entry("config.storage.replication.factor", "1"),
                entry("offset.storage.topic", "storehouse.connect.offsets"),
                entry("offset.storage.replication.factor", "1"),
                entry("offset.storage.partitions", "1"),
                entry("status.storage.topic", "storehouse.connect.status"),
                entry("status.storage.replication.factor", "1"),
                entry("status.storage.partitions", "1"),
                entry("offset.flush.interval.ms", "1000"),
                entry("topic.creation.enable", "false"),
                // one worker: after a crash it must not wait for its former self
                entry("scheduled.rebalance.max.delay.ms", "0"),
                entry("session.timeout.ms", "6000"),
                entry("heartbeat.interval.ms", "1500"),
                entry("producer.max.request.size", LARGEST_EVENT),
                entry("config.providers", "file"),
                entry("config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider"),
                entry(
                        "config.providers.file.param.allowed.paths",
                        String.valueOf(settings.file().getParent())));
    }

    static Map<String, String> connector(ConnectSettings settings) {
        Map<String, String> config = new TreeMap<>();
        config.putAll(source(settings));
        config.putAll(Map.ofEntries(
                entry("key.converter", STRINGS),
                entry("value.converter", STRINGS),
                entry("header.converter", STRINGS),
                entry("producer.override.acks", "all"),
                entry("producer.override.enable.idempotence", "true"),
                entry("producer.override.max.in.flight.requests.per.connection", "5"),
                entry("producer.override.delivery.timeout.ms", Integer.toString(Integer.MAX_VALUE)),
                entry("producer.override.max.block.ms", Long.toString(Long.MAX_VALUE)),
                entry("producer.override.linger.ms", "0"),
                entry("producer.override.compression.type", "lz4"),
                entry("producer.override.max.request.size", LARGEST_EVENT)));
        config.putAll(routing(settings));
        return config;
    }

    private static Map<String, String> source(ConnectSettings settings) {
        return Map.ofEntries(
                entry("connector.class", "io.debezium.connector.mariadb.MariaDbConnector"),
                entry("tasks.max", "1"),
                entry("topic.prefix", "storehouse"),
                entry("database.hostname", settings.host()),
                entry("database.port", Integer.toString(settings.port())),
                entry("database.user", settings.user()),
                entry("database.password", "${file:" + settings.file() + ":" + ConnectSettings.CDC_PASSWORD + "}"),
                entry("database.server.id", "2"),
                entry("database.ssl.mode", "disable"),
                entry("database.include.list", "shop"),
                entry("table.include.list", "shop.outbox"),
                // rows are only ever inserted; dropping old ones says nothing
                entry("skipped.operations", "u,d,t"),
                entry("tombstones.on.delete", "false"),
                entry("include.schema.changes", "false"),
                entry("extended.headers.enabled", "false"),
                entry("snapshot.mode", "no_data"),
                entry("snapshot.locking.mode", "minimal"),
                entry("poll.interval.ms", "5"),
                entry("heartbeat.interval.ms", "1000"),
                entry("connect.keep.alive.interval.ms", "2000"),
                entry("retriable.restart.connector.wait.ms", "1000"),
                entry("schema.history.internal.kafka.bootstrap.servers", settings.bootstrap()),
                entry("schema.history.internal.kafka.topic", SCHEMA_HISTORY),
                entry("schema.history.internal.store.only.captured.tables.ddl", "true"));
    }

    private static Map<String, String> routing(ConnectSettings settings) {
        return Map.ofEntries(
                entry("predicates", "isOutbox"),
                entry("predicates.isOutbox.type", "org.apache.kafka.connect.transforms.predicates.TopicNameMatches"),
                entry("predicates.isOutbox.pattern", "storehouse\\.shop\\.outbox"),
                entry("transforms", "position,route"),
                entry("transforms.position.type", CommitPosition.class.getName()),
                entry("transforms.position.predicate", "isOutbox"),
                entry("transforms.position." + CommitPosition.INCARNATION, Integer.toString(settings.incarnation())),
                entry("transforms.route.type", "io.debezium.transforms.outbox.EventRouter"),
                entry("transforms.route.predicate", "isOutbox"),
                entry("transforms.route.table.field.event.id", "event_id"),
                entry("transforms.route.table.field.event.key", "event_key"),
                entry("transforms.route.table.field.event.type", "type"),
                entry("transforms.route.table.field.event.payload", "payload"),
                entry("transforms.route.route.by.field", "topic"),
                entry("transforms.route.route.topic.replacement", "${routedByValue}"));
    }
}
