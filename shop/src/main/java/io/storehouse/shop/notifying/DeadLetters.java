package io.storehouse.shop.notifying;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Kafka topic of what the notifier could not do. A letter about an event has the event's own key and value; a letter about a
 * message has JSON that names it. Headers say {@code code}, {@code reason} and {@code place}. At least once.
 */
@Component
class DeadLetters implements DisposableBean {
    private static final String KEEP_FOR_EVER = "-1";
    /** The largest event, and the headers that a letter adds. */
    private static final int LARGEST = 21 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Object> kafka;
    private final String topic;
    private @Nullable Producer<byte[], byte[]> producer;

    DeadLetters(KafkaProperties kafka, NotifyingSettings settings) {
        this.kafka = kafka.buildProducerProperties();
        this.topic = settings.deadLetters();
        this.kafka.putAll(Map.of(
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                4_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                8_000,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                20 << 20));
    }

    /** Keeps an event that cannot be understood, byte for byte, and returns when the broker has it. */
    void bury(ConsumerRecord<byte[], byte @Nullable []> record, String code, String reason) {
        send(letter(record.key(), record.value(), code, reason, EventReading.place(record)));
    }

    /** Keeps that a message could not be sent, and returns when the broker has it. */
    void report(DeadNotification dead) {
        send(letter(
                dead.id().toString().getBytes(StandardCharsets.US_ASCII),
                JSON.writeValueAsBytes(dead),
                dead.error(),
                "Not sent after " + dead.attempts() + " attempts",
                dead.place()));
    }

    private ProducerRecord<byte[], byte[]> letter(
            byte @Nullable [] key, byte @Nullable [] value, String code, String reason, String place) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic, key, value);
        letter.headers()
                .add("code", code.getBytes(StandardCharsets.UTF_8))
                .add("reason", reason.getBytes(StandardCharsets.UTF_8))
                .add("place", place.getBytes(StandardCharsets.UTF_8));
        return letter;
    }

    private synchronized void send(ProducerRecord<byte[], byte[]> letter) {
        try {
            open().send(letter).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Failed to write to " + topic + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while writing to " + topic, e);
        }
    }

    private Producer<byte[], byte[]> open() throws InterruptedException, ExecutionException, TimeoutException {
        Producer<byte[], byte[]> opened = producer;
        if (opened == null) {
            createIfAbsent();
            opened = new KafkaProducer<>(kafka);
            producer = opened;
        }
        return opened;
    }

    private void createIfAbsent() throws InterruptedException, ExecutionException, TimeoutException {
        NewTopic definition = new NewTopic(topic, Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        KEEP_FOR_EVER,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(LARGEST)));
        try (Admin admin = Admin.create(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG),
                "default.api.timeout.ms",
                5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                4_000))) {
            admin.createTopics(List.of(definition)).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    @Override
    public void destroy() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
