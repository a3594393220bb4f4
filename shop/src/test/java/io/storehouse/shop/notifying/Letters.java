package io.storehouse.shop.notifying;

import io.storehouse.shop.RealEngines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The dead letters as they lie in Kafka. */
final class Letters {
    private static final TopicPartition TOPIC = new TopicPartition("storehouse.notifications.dead", 0);

    private Letters() {}

    /** A letter. */
    record Letter(String code, String place, byte[] value) {}

    /** All letters with that key, in their order. */
    static List<Letter> of(String key) {
        List<Letter> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RealEngines.KAFKA.bootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            long end =
                    Objects.requireNonNull(consumer.endOffsets(List.of(TOPIC)).get(TOPIC));
            while (consumer.position(TOPIC) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(5))) {
                    if (key.equals(text(record.key()))) {
                        found.add(new Letter(header(record, "code"), header(record, "place"), record.value()));
                    }
                }
            }
        }
        return found;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return String.valueOf(text(record.headers().lastHeader(name).value()));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
