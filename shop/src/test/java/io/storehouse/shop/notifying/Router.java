package io.storehouse.shop.notifying;

import io.storehouse.contracts.EventHeaders;
import io.storehouse.contracts.Position;
import io.storehouse.shop.RealEngines;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carries rows of the outbox to Kafka as Debezium does: key, value and headers as the connector writes them. */
final class Router implements AutoCloseable {
    private final JdbcClient jdbc;
    private final KafkaProducer<String, String> producer;

    Router(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealEngines.KAFKA.bootstrap(), "acks", "all", "max.block.ms", 60_000),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Carries the event of the document. */
    void carry(UUID document) {
        ProducerRecord<String, String> record = jdbc.sql(
                        "select id, event_id, topic, event_key, payload from outbox where event_key = :key")
                .param("key", document.toString())
                .query((row, number) -> {
                    ProducerRecord<String, String> made = new ProducerRecord<>(
                            row.getString("topic"), row.getString("event_key"), row.getString("payload"));
                    made.headers().add(EventHeaders.ID, bytes(row.getString("event_id")));
                    made.headers()
                            .add(
                                    EventHeaders.POSITION,
                                    bytes(Position.of(1, "0-1-" + row.getLong("id"), row.getLong("id"))
                                            .text()));
                    return made;
                })
                .single();
        send(record);
    }

    /** Sends anything. */
    void send(ProducerRecord<String, String> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
