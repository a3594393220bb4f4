package io.storehouse.shop.flashsale;

import io.storehouse.shop.problems.ShopException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the queue in batches; offsets are committed after the database. A batch that fails comes again until it does not. */
@Component
class ClaimListener implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimListener.class);
    private static final long PAUSE_MILLIS = 500;

    private final KafkaProperties kafka;
    private final FlashSaleSettings settings;
    private final Settlement settlement;
    private final Telling telling;
    private final JsonMapper json;
    private @Nullable ConcurrentMessageListenerContainer<String, String> container;

    ClaimListener(
            KafkaProperties kafka,
            FlashSaleSettings settings,
            Settlement settlement,
            Telling telling,
            JsonMapper json) {
        this.kafka = kafka;
        this.settings = settings;
        this.settlement = settlement;
        this.telling = telling;
        this.json = json;
    }

    private void settle(List<ConsumerRecord<String, String>> records) {
        List<QueuedClaim> queued = new ArrayList<>(records.size());
        records.forEach(message -> read(message, queued));
        List<Claim> settled = settlement.settle(queued);
        try {
            telling.tell(settled);
        } catch (ShopException e) {
            // the database has settled them; the clockwork tells Redis when it is back
            LOG.debug("Redis was not told of {} claims: {}", settled.size(), e.getMessage());
        }
    }

    /** What cannot be read stays in the topic for who looks for it; it must not stop what comes after. */
    private void read(ConsumerRecord<String, String> message, List<QueuedClaim> queued) {
        try {
            queued.add(json.readValue(message.value(), QueuedClaim.class));
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.error(
                    "Cannot read the claim at {}-{}@{}: {}",
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    e.getMessage());
        }
    }

    @Override
    public synchronized void start() {
        Map<String, Object> properties = kafka.buildConsumerProperties();
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        // how soon a topic is seen that was made after the shop started
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 2_000);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        ContainerProperties reading = new ContainerProperties(settings.topic());
        reading.setGroupId(settings.group());
        reading.setAckMode(ContainerProperties.AckMode.BATCH);
        reading.setMissingTopicsFatal(false);
        reading.setMessageListener((BatchMessageListener<String, String>) this::settle);
        ConcurrentMessageListenerContainer<String, String> made =
                new ConcurrentMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(properties), reading);
        made.setBeanName("flash-claims");
        made.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(PAUSE_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        made.start();
        container = made;
    }

    @Override
    public synchronized void stop() {
        if (container != null) {
            container.stop();
            container = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return container != null;
    }
}
