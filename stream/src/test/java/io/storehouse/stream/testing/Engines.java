package io.storehouse.stream.testing;

import io.storehouse.contracts.Settings;
import io.storehouse.engines.LocalEngine;
import io.storehouse.engines.LocalEngines;
import io.storehouse.engines.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** Kafka with the topics, Redis and MariaDB, and the settings that name them. */
public final class Engines implements AutoCloseable {
    private final LocalEngines engines;
    private final LocalEngines.RunningKafka kafka;
    private final LocalEngines.RunningRedis redis;
    private final LocalEngines.RunningMariaDb database;
    private final Path directory;

    private Engines(Path directory) throws InterruptedException {
        this.directory = directory;
        this.engines = LocalEngines.in(directory);
        this.kafka = engines.startKafka();
        this.redis = engines.startRedis();
        this.database = engines.startMariaDb();
        Topics.createMissing(kafka.bootstrap(), Duration.ofSeconds(30));
    }

    /** Starts them with data under that directory. */
    public static Engines start(Path directory) throws InterruptedException {
        return new Engines(directory);
    }

    /** Settings for both jobs, with an archive interval of one second. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty(Settings.KAFKA_BOOTSTRAP, kafka.bootstrap());
        properties.setProperty(Settings.REDIS_URI, redis.uri());
        properties.setProperty(Settings.LAKE_CATALOG_URI, database.jdbcUrl("iceberg"));
        properties.setProperty(Settings.LAKE_CATALOG_USER, "lake");
        properties.setProperty(
                Settings.LAKE_CATALOG_PASSWORD, database.passwords().lake());
        properties.setProperty(
                Settings.LAKE_LOCATION, directory.resolve("lake").toUri().toString());
        properties.setProperty(
                Settings.FLINK_CHECKPOINTS, directory.resolve("flink").toUri().toString());
        properties.setProperty(Settings.FLINK_REST_PORT, Integer.toString(engines.freePort()));
        properties.setProperty(Settings.ARCHIVE_INTERVAL, "PT1S");
        return properties;
    }

    /** The same, to read. */
    public Settings settings() {
        return Settings.of(properties());
    }

    /** The broker. */
    public LocalEngines.RunningKafka kafka() {
        return kafka;
    }

    /** The live view. */
    public LocalEngines.RunningRedis redis() {
        return redis;
    }

    /** The catalog's database. */
    public LocalEngine database() {
        return database.process();
    }

    /** A log on the broker. */
    public EventLog log() {
        return new EventLog(kafka.bootstrap());
    }

    @Override
    public void close() {
        engines.close();
    }
}
