package io.storehouse.stream.archive;

import io.storehouse.contracts.Settings;
import io.storehouse.contracts.Topic;
import io.storehouse.stream.intake.KafkaTopics;
import io.storehouse.stream.intake.StartOffsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import org.apache.iceberg.Table;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.jdbc.JdbcCatalog;

/**
 * The job of the archive. The table is its checkpoint: every start takes the table over and continues behind the highest
 * archived offsets. Flink's checkpoints only carry it over failures within one run, and must never be given to another.
 */
public final class ArchiveJob {
    /** Its name, and the folder of its checkpoints. */
    public static final String NAME = "archive";

    private final KafkaTopics topics;
    private final Lake lake;
    private final String checkpoints;
    private final Duration interval;

    /** The job as the settings describe it; missing ones are complained of by {@code Settings.check}. */
    public ArchiveJob(Settings settings) {
        this.topics = new KafkaTopics(settings);
        this.lake = new Lake(settings);
        this.checkpoints = settings.require(Settings.FLINK_CHECKPOINTS);
        this.interval = Duration.parse(settings.get(Settings.ARCHIVE_INTERVAL, "PT10S"));
    }

    /** Runs on the cluster that submits it: {@code ArchiveJob --config FILE}. */
    public static void main(String[] arguments) throws Exception {
        Settings settings =
                Settings.load(Path.of(ParameterTool.fromArgs(arguments).getRequired("config")));
        ArchiveJob job = new ArchiveJob(settings);
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
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints + "/" + NAME);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.DELETE_ON_CANCELLATION);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofSeconds(1));
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(10));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 2.0);
        return configuration;
    }

    /** Takes the table over and adds the graph to the environment, on the engines that the settings name. */
    public void define(StreamExecutionEnvironment environment) {
        Owner owner = new Owner(UUID.randomUUID().toString());
        environment.setParallelism(1);
        new ArchiveTopology(
                        topics.source("storehouse-archive", Topic.archivedTopics(), startAs(owner)),
                        new OwnedTableLoader(TableLoader.fromCatalog(lake.catalog(), Lake.EVENTS), owner))
                .build(environment);
    }

    private StartOffsets startAs(Owner owner) {
        try (JdbcCatalog catalog = (JdbcCatalog) lake.catalog().loadCatalog()) {
            Table table = EventTable.loadOrCreate(catalog);
            owner.takeOver(table);
            return StartOffsets.at(ArchivedOffsets.next(table));
        }
    }
}
