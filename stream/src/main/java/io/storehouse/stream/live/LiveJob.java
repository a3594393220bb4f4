package io.storehouse.stream.live;

import io.storehouse.contracts.Settings;
import io.storehouse.contracts.Topic;
import io.storehouse.stream.intake.DeadLetterTopic;
import io.storehouse.stream.intake.KafkaTopics;
import io.storehouse.stream.intake.StartOffsets;
import io.storehouse.stream.redis.RedisSink;
import io.storehouse.stream.redis.RedisWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/**
 * The job of the live view. Without a checkpoint it starts from the first record of the orders topic; with one it must be
 * told which, because on a cluster that is the operator's choice.
 */
public final class LiveJob {
    /** Its name, and the folder of its checkpoints. */
    public static final String NAME = "live";
    /** The keyspace that this version of the logic fills. */
    public static final String KEYSPACE = "v1";

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration CHECKPOINT_PATIENCE = Duration.ofMinutes(1);
    private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(5);

    private final Settings settings;
    private final KafkaTopics topics;
    private final DeadLetterTopic deadLetters;
    private final String redis;
    private final String checkpoints;

    /** The job as the settings describe it; missing ones are complained of by {@code Settings.check}. */
    public LiveJob(Settings settings) {
        this.settings = settings;
        this.topics = new KafkaTopics(settings);
        this.deadLetters = new DeadLetterTopic(settings);
        this.redis = settings.require(Settings.REDIS_URI);
        this.checkpoints = settings.require(Settings.FLINK_CHECKPOINTS);
    }

    /** Runs on the cluster that submits it: {@code LiveJob --config FILE}. */
    public static void main(String[] arguments) throws Exception {
        Settings settings =
                Settings.load(Path.of(ParameterTool.fromArgs(arguments).getRequired("config")));
        LiveJob job = new LiveJob(settings);
        settings.check();
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(job.configuration());
        job.define(environment);
        environment.execute(NAME);
    }

    /** How Flink is to run it. */
    public Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.NAME, NAME);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, INTERVAL);
        configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, CHECKPOINT_PATIENCE);
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints + "/" + NAME);
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 3);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofMillis(500));
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(10));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 2.0);
        return configuration;
    }

    /** Adds the graph to the environment, on the engines that the settings name. */
    public void define(StreamExecutionEnvironment environment) {
        deadLetters.createIfAbsent();
        environment.setParallelism(Integer.parseInt(settings.get("live.parallelism", "1")));
        new LiveTopology(
                        topics.source("storehouse-live", List.of(Topic.ORDERS), StartOffsets.earliest()),
                        topics.source("storehouse-live-pulse", List.of(Topic.PULSE), OffsetsInitializer.latest()),
                        new RedisWatch(redis, KEYSPACE),
                        new RedisSink(redis, KEYSPACE),
                        deadLetters.sink())
                .build(environment, KEYSPACE);
    }
}
