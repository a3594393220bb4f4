package io.storehouse.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.contracts.MarkKeys;
import io.storehouse.contracts.Topic;
import io.storehouse.engines.LocalEngines.RunningKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void keepsRecordsWhenKilledAndStoppedAndMakesTopicsOnce() throws Exception {
        try (LocalEngines engines = LocalEngines.in(directory)) {
            RunningKafka kafka = engines.startKafka();
            Topics.createMissing(kafka.bootstrap(), LIMIT);
            Topics.createMissing(kafka.bootstrap(), LIMIT);
            marksLandInTheirPartitions(kafka);

            kafka.process().kill();
            kafka.process().start();
            Topics.createMissing(kafka.bootstrap(), LIMIT);
            kafka.process().stop();
            kafka.process().start();

            try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()))) {
                Set<String> names = new TreeSet<>(admin.listTopics().names().get());
                assertThat(names)
                        .containsAll(
                                Stream.of(Topic.values()).map(Topic::topicName).toList());
                for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                    TopicPartition orders = new TopicPartition(Topic.ORDERS.topicName(), partition);
                    assertThat(admin.listOffsets(Map.of(orders, OffsetSpec.latest()))
                                    .partitionResult(orders)
                                    .get()
                                    .offset())
                            .isEqualTo(1);
                }
            }
        }
    }

    private static void marksLandInTheirPartitions(RunningKafka kafka) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                RecordMetadata written = producer.send(
                                new ProducerRecord<>(Topic.ORDERS.topicName(), MarkKeys.of(partition), "mark"))
                        .get();
                assertThat(written.partition()).isEqualTo(partition);
            }
        }
    }
}
