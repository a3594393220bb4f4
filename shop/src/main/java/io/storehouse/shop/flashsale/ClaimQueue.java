package io.storehouse.shop.flashsale;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The queue in Kafka, where claims wait for the database; those of one sale in the order in which they came. It has a client of
 * its own, which gives up soon: someone waits.
 */
@Component
class ClaimQueue implements SmartLifecycle {
    /** For ever: a key must not move to another partition while it is read. */
    private static final int PARTITIONS = 4;
    /** In front of the listener, which is thus stopped before what it might need. */
    private static final int PHASE = 0;

    private static final Duration ADMIN_PATIENCE = Duration.ofSeconds(5);

    private final KafkaProperties kafka;
    private final FlashSaleSettings settings;
    private final JsonMapper json;
    private @Nullable Producer<String, String> producer;
    private volatile boolean topicThere;

    ClaimQueue(KafkaProperties kafka, FlashSaleSettings settings, JsonMapper json) {
        this.kafka = kafka;
        this.settings = settings;
        this.json = json;
    }

    /** Puts a claim into the queue; done when Kafka has it for good, failed when nobody knows. */
    CompletableFuture<Void> send(QueuedClaim claim) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        ProducerRecord<String, String> message =
                new ProducerRecord<>(settings.topic(), claim.sale().toString(), json.writeValueAsString(claim));
        try {
            producer().send(message, (metadata, failure) -> {
                if (failure == null) {
                    sent.complete(null);
                } else {
                    sent.completeExceptionally(failure);
                }
            });
        } catch (KafkaException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }

    /** Makes the topic where it is not there. */
    void makeTopic() {
        if (topicThere) {
            return;
        }
        try (Admin admin = admin()) {
            await(admin.createTopics(List.of(new NewTopic(settings.topic(), Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture());
        } catch (KafkaException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        topicThere = true;
    }

    /** Where the queue ends now. */
    Map<TopicPartition, Long> ends() {
        try (Admin admin = admin()) {
            var partitions = await(admin.describeTopics(List.of(settings.topic()))
                    .allTopicNames()
                    .toCompletionStage()
                    .toCompletableFuture());
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            Objects.requireNonNull(partitions.get(settings.topic()))
                    .partitions()
                    .forEach(partition -> asked.put(
                            new TopicPartition(settings.topic(), partition.partition()), OffsetSpec.latest()));
            return await(admin.listOffsets(asked).all().toCompletionStage().toCompletableFuture()).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        }
    }

    /** Whether the database has everything before those ends. */
    boolean settledTo(Map<TopicPartition, Long> ends) {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> committed = await(admin.listConsumerGroupOffsets(settings.group())
                    .partitionsToOffsetAndMetadata()
                    .toCompletionStage()
                    .toCompletableFuture());
            return ends.entrySet().stream().allMatch(end -> {
                OffsetAndMetadata reached = committed.get(end.getKey());
                return end.getValue() == 0 || reached != null && reached.offset() >= end.getValue();
            });
        }
    }

    private Admin admin() {
        Map<String, Object> properties = kafka.buildAdminProperties();
        int patience = (int) ADMIN_PATIENCE.toMillis();
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
        return Admin.create(properties);
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> asked) {
        try {
            return asked.get(ADMIN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while Kafka was asked", e);
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka does not answer", e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka failed: " + e.getCause(), e.getCause());
        }
    }

    private synchronized Producer<String, String> producer() {
        Producer<String, String> running = producer;
        if (running == null) {
            throw new KafkaException("The shop is stopping");
        }
        return running;
    }

    @Override
    public synchronized void start() {
        int within = (int) settings.sendWithin().toMillis();
        Map<String, Object> properties = kafka.buildProducerProperties();
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within / 3);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, within / 2);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, within);
        producer = new KafkaProducer<>(properties);
    }

    @Override
    public synchronized void stop() {
        if (producer != null) {
            producer.close(settings.sendWithin());
            producer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return producer != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
