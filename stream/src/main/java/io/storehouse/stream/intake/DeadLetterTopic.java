package io.storehouse.stream.intake;

import io.storehouse.contracts.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka topic of dead letters: key and value are the original's, headers say {@code code}, {@code reason}, {@code topic},
 * {@code partition}, {@code offset} and the original's position. At least once: the same place may come again after a
 * failure.
 */
public final class DeadLetterTopic {
    /** Its name on the broker. */
    public static final String NAME = "storehouse.dead-letters";

    private static final String KEEP_FOR_EVER = "-1";
    private static final String BUFFER_BYTES = Integer.toString(2 << 20);

    private final String bootstrap;

    /** The topic on the brokers that the settings name. */
    public DeadLetterTopic(Settings settings) {
        this.bootstrap = settings.require(Settings.KAFKA_BOOTSTRAP);
    }

    /**
     * Creates the topic unless it exists.
     *
     * @throws IllegalStateException when the broker refuses or cannot be reached: without it no letter could be kept
     */
    public void createIfAbsent() {
        NewTopic topic = new NewTopic(NAME, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, KEEP_FOR_EVER));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Cannot create the Kafka topic " + NAME + ": " + e.getCause(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot create the Kafka topic " + NAME + ": interrupted", e);
        }
    }

    /** The sink that writes letters. */
    public KafkaSink<DeadLetter> sink() {
        return KafkaSink.<DeadLetter>builder()
                .setBootstrapServers(bootstrap)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setProperty(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES)
                .setRecordSerializer(new Serializer())
                .build();
    }

    private static final class Serializer implements KafkaRecordSerializationSchema<DeadLetter> {
        private static final long serialVersionUID = 1L;

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                DeadLetter letter, KafkaSinkContext context, @Nullable Long timestamp) {
            LogRecord original = letter.original();
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(NAME, bytes(original.key()), bytes(original.value()));
            Headers headers = record.headers();
            headers.add("code", bytes(letter.code().name()));
            headers.add("reason", bytes(letter.reason()));
            headers.add("topic", bytes(original.topic()));
            headers.add("partition", bytes(Integer.toString(original.partition())));
            headers.add("offset", bytes(Long.toString(original.offset())));
            headers.add("position", bytes(original.position()));
            return record;
        }

        private static byte @Nullable [] bytes(@Nullable String text) {
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
