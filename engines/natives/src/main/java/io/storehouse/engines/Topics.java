package io.storehouse.engines;

import io.storehouse.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of events on the broker, each with {@link Topic#PARTITIONS} partitions and broker time stamps. Uses the Kafka
 * client on the caller's class path.
 */
public final class Topics {
    private static final Duration PULSE_RETENTION = Duration.ofHours(1);

    private Topics() {}

    /**
     * Makes the topics that are missing and waits until they are there. Topics that exist are left as they are.
     *
     * @throws IllegalStateException when the broker does not make them in time
     */
    public static void createMissing(String bootstrap, Duration within) throws InterruptedException {
        createMissing(
                bootstrap, Stream.of(Topic.values()).map(Topics::definition).toList(), within);
    }

    /** The same for topics of the caller's. */
    public static void createMissing(String bootstrap, List<NewTopic> topics, Duration within)
            throws InterruptedException {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("default.api.timeout.ms", Long.toString(within.toMillis()));
        settings.put("request.timeout.ms", Long.toString(Math.min(within.toMillis(), 5_000)));
        try (Admin admin = Admin.create(settings)) {
            Set<String> existing = admin.listTopics().names().get(within.toMillis(), TimeUnit.MILLISECONDS);
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            for (var created : admin.createTopics(missing).values().values()) {
                awaitCreated(created, within);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Failed to create topics on " + bootstrap + ": " + e.getMessage(), e);
        }
    }

    private static void awaitCreated(KafkaFuture<Void> created, Duration within)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            created.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static NewTopic definition(Topic topic) {
        Map<String, String> settings = new HashMap<>();
        settings.put("cleanup.policy", "delete");
        settings.put("retention.bytes", "-1");
        settings.put("retention.ms", topic.archived() ? "-1" : Long.toString(PULSE_RETENTION.toMillis()));
        if (!topic.archived()) {
            settings.put(
                    "segment.ms", Long.toString(PULSE_RETENTION.dividedBy(6).toMillis()));
        }
        settings.put("message.timestamp.type", "LogAppendTime");
        settings.put("max.message.bytes", "20971520");
        return new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1).configs(settings);
    }
}
