package io.storehouse.shop.notifying;

import io.storehouse.contracts.Topic;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Reads the topics of events as a consumer group of its own, from their beginning: what is old is passed over, so a group that
 * the broker has forgotten loses nothing. Offsets are committed after the messages are. Kafka may be away at any time.
 */
@Component
class EventConsumer implements SmartLifecycle {
    private static final long LONGEST_PAUSE = 30_000;

    private final NotifyingSettings settings;
    private final Events events;
    private final Map<String, Object> kafka;
    private @Nullable ConcurrentMessageListenerContainer<byte[], byte[]> container;

    EventConsumer(NotifyingSettings settings, Events events, KafkaProperties kafka) {
        this.settings = settings;
        this.events = events;
        this.kafka = kafka.buildConsumerProperties();
        this.kafka.putAll(Map.of(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.GROUP_ID_CONFIG,
                settings.group(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false));
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        ContainerProperties properties = new ContainerProperties(Stream.of(NoticeKind.values())
                .flatMap(kind -> kind.event().topic().stream())
                .map(Topic::topicName)
                .distinct()
                .toArray(String[]::new));
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMessageListener((BatchMessageListener<byte[], byte[]>) events::accept);
        var started = new ConcurrentMessageListenerContainer<byte[], byte[]>(
                new DefaultKafkaConsumerFactory<>(kafka), properties);
        started.setBeanName("notifying");
        started.setCommonErrorHandler(again());
        started.start();
        container = started;
    }

    /** What failed comes again until it succeeds: only what is away fails here. */
    private static DefaultErrorHandler again() {
        ExponentialBackOff pauses = new ExponentialBackOff(500, 2);
        pauses.setMaxInterval(LONGEST_PAUSE);
        DefaultErrorHandler handler = new DefaultErrorHandler(pauses);
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    @Override
    public void stop() {
        if (container != null) {
            container.stop();
            container = null;
        }
    }

    @Override
    public boolean isRunning() {
        return container != null;
    }
}
