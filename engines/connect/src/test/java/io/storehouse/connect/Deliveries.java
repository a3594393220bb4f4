package io.storehouse.connect;

import io.storehouse.contracts.EventHeaders;
import io.storehouse.contracts.Position;
import io.storehouse.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that arrived in the topics since their beginning, in the order of each partition. */
final class Deliveries implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;
    private final List<Delivery> all = new ArrayList<>();

    Deliveries(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = Stream.of(Topic.values())
                .flatMap(topic ->
                        IntStream.range(0, Topic.PARTITIONS).mapToObj(p -> new TopicPartition(topic.topicName(), p)))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** One record. */
    record Delivery(
            TopicPartition partition, long offset, String key, String value, String eventId, Position position) {
        static Delivery of(ConsumerRecord<String, String> found) {
            return new Delivery(
                    new TopicPartition(found.topic(), found.partition()),
                    found.offset(),
                    found.key(),
                    found.value(),
                    header(found, EventHeaders.ID),
                    Position.parse(header(found, EventHeaders.POSITION)));
        }

        private static String header(ConsumerRecord<String, String> found, String name) {
            return new String(
                    Objects.requireNonNull(found.headers().lastHeader(name), name)
                            .value(),
                    StandardCharsets.UTF_8);
        }
    }

    /** All so far. */
    List<Delivery> poll() {
        for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(100))) {
            all.add(Delivery.of(found));
        }
        return List.copyOf(all);
    }

    /** The rule of every reader: what is not beyond the last position of its partition is a redelivery. */
    static List<Delivery> withoutRedeliveries(List<Delivery> deliveries) {
        Map<TopicPartition, Position> last = new HashMap<>();
        List<Delivery> kept = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            Position before = last.get(delivery.partition());
            if (before == null || delivery.position().compareTo(before) > 0) {
                last.put(delivery.partition(), delivery.position());
                kept.add(delivery);
            }
        }
        return kept;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
