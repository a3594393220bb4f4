package io.storehouse.stream.intake;

import io.storehouse.contracts.Settings;
import io.storehouse.contracts.Topic;
import java.util.List;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The Kafka topics as Flink sources. */
public final class KafkaTopics {
    private static final String FETCH_BYTES = Integer.toString(8 << 20);
    private static final String PARTITION_FETCH_BYTES = Integer.toString(512 << 10);

    private final String bootstrap;

    /** The topics of the brokers that the settings name. */
    public KafkaTopics(Settings settings) {
        this.bootstrap = settings.require(Settings.KAFKA_BOOTSTRAP);
    }

    /**
     * An unbounded source of some topics.
     *
     * @param group the consumer group under which progress is shown; nothing starts from it
     */
    public KafkaSource<LogRecord> source(String group, List<Topic> topics, OffsetsInitializer start) {
        return KafkaSource.<LogRecord>builder()
                .setBootstrapServers(bootstrap)
                .setGroupId(group)
                .setClientIdPrefix(group)
                .setTopics(topics.stream().map(Topic::topicName).toList())
                .setStartingOffsets(start)
                .setDeserializer(new LogRecordSchema())
                .setProperty("partition.discovery.interval.ms", "-1")
                .setProperty(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES)
                .setProperty(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES)
                .build();
    }
}
