package io.storehouse.shop.days;

import io.storehouse.engines.LocalEngines;
import io.storehouse.engines.Topics;
import io.storehouse.shop.RealEngines;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Engines of one test class alone, which may kill them: nobody else is hit. */
final class OwnEngines implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final LocalEngines ENGINES = LocalEngines.inTemporary("storehouse-days-it");
    /** The database. */
    static final LocalEngines.RunningMariaDb MARIADB = ENGINES.startMariaDb();

    private static final LocalEngines.RunningRedis REDIS = ENGINES.startRedis();
    private static final LocalEngines.RunningKafka KAFKA = startKafka();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("own-engines", properties()));
    }

    private static Map<String, Object> properties() {
        return Map.ofEntries(
                Map.entry("spring.datasource.url", MARIADB.jdbcUrl("shop")),
                Map.entry("spring.datasource.username", "shop"),
                Map.entry("spring.datasource.password", MARIADB.passwords().shop()),
                Map.entry("spring.data.redis.url", REDIS.uri()),
                Map.entry("spring.kafka.bootstrap-servers", KAFKA.bootstrap()),
                Map.entry("server.port", "0"),
                Map.entry("storehouse.access.owner-password", RealEngines.OWNER_PASSWORD),
                Map.entry("storehouse.access.service-token", RealEngines.SERVICE_TOKEN),
                Map.entry("storehouse.media.directory", ENGINES.newDirectory().toString()),
                Map.entry(
                        "storehouse.importing.directory", ENGINES.newDirectory().toString()));
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
