package io.storehouse.shop;

import io.storehouse.engines.LocalEngines;
import io.storehouse.engines.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One MariaDB, one Redis and one Kafka, with the topics of events, for all tests of a JVM. */
public final class RealEngines implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** The password of {@code owner} in tests. */
    public static final String OWNER_PASSWORD = "owner-password-of-tests";
    /** The service's token in tests. */
    public static final String SERVICE_TOKEN = "service-token-of-tests";

    private static final LocalEngines ENGINES = LocalEngines.inTemporary("storehouse-shop-it");
    /** The database. */
    public static final LocalEngines.RunningMariaDb MARIADB = ENGINES.startMariaDb();
    /** The live view. */
    public static final LocalEngines.RunningRedis REDIS = ENGINES.startRedis();

    /** The events; nothing carries them there from the database. */
    public static final LocalEngines.RunningKafka KAFKA = startKafka();

    /** What the launcher would write into the shop's properties. */
    public static Map<String, Object> properties() {
        return settings(MARIADB, REDIS, KAFKA, ENGINES.newDirectory());
    }

    /** The same for engines that a test has for itself. */
    public static Map<String, Object> settings(
            LocalEngines.RunningMariaDb database,
            LocalEngines.RunningRedis redis,
            LocalEngines.RunningKafka kafka,
            Path directory) {
        return Map.ofEntries(
                Map.entry("spring.datasource.url", database.jdbcUrl("shop")),
                Map.entry("spring.datasource.username", "shop"),
                Map.entry("spring.datasource.password", database.passwords().shop()),
                Map.entry("spring.data.redis.url", redis.uri()),
                Map.entry("spring.kafka.bootstrap-servers", kafka.bootstrap()),
                Map.entry("server.port", "0"),
                Map.entry("storehouse.access.owner-password", OWNER_PASSWORD),
                Map.entry("storehouse.access.service-token", SERVICE_TOKEN),
                Map.entry("storehouse.media.directory", directory.toString()),
                Map.entry("storehouse.importing.directory", directory.toString()));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("real-engines", properties()));
        // all contexts of a JVM share one database: only tests of it let it run
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("quiet", Map.of("storehouse.notifying.enabled", "false")));
    }

    private static LocalEngines.RunningKafka startKafka() {
        LocalEngines.RunningKafka kafka = ENGINES.startKafka();
        try {
            Topics.createMissing(kafka.bootstrap(), Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the topics were made", e);
        }
        return kafka;
    }
}
