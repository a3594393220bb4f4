package io.storehouse.stream.testing;

import io.storehouse.contracts.EventHeaders;
import io.storehouse.contracts.Position;
import io.storehouse.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes events to Kafka as Debezium does: with a position, to a partition. */
public final class EventLog implements AutoCloseable {
    private final KafkaProducer<String, String> producer;

    /** A writer to those brokers. */
    public EventLog(String bootstrap) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", "0"),
                new StringSerializer(),
                new StringSerializer());
    }

    /** The position of the n-th transaction. */
    public static String position(long sequence) {
        return new Position(1, sequence, sequence).text();
    }

    /** Writes, waits, and returns the offset. */
    public long write(Topic topic, int partition, @Nullable String position, String value) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic.topicName(), partition, "key", value);
        if (position != null) {
            record.headers().add(EventHeaders.POSITION, position.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return producer.send(record).get().offset();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Writes without waiting. */
    public void begin(Topic topic, int partition, String position, String value) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic.topicName(), partition, "key", value);
        record.headers().add(EventHeaders.POSITION, position.getBytes(StandardCharsets.UTF_8));
        var unused = producer.send(record);
    }

    /** Waits for everything begun. */
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
