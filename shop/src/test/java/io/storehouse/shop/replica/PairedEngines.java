package io.storehouse.shop.replica;

import io.storehouse.engines.LocalEngines;
import io.storehouse.shop.RealEngines;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A primary and its replica, which tests may stop and kill as they like, and a Redis for the sessions. */
final class PairedEngines implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final LocalEngines ENGINES = LocalEngines.inTemporary("storehouse-replica-it");
    static final LocalEngines.RunningMariaDb PRIMARY = ENGINES.startMariaDb();
    static final LocalEngines.RunningReplica REPLICA = ENGINES.startReplica(PRIMARY);
    private static final LocalEngines.RunningRedis REDIS = ENGINES.startRedis();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        REPLICA.follow();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "paired-engines",
                        Map.ofEntries(
                                Map.entry("spring.datasource.url", PRIMARY.jdbcUrl("shop")),
                                Map.entry("spring.datasource.username", "shop"),
                                Map.entry(
                                        "spring.datasource.password",
                                        PRIMARY.passwords().shop()),
                                Map.entry("storehouse.replica.url", REPLICA.jdbcUrl("shop")),
                                Map.entry("storehouse.replica.username", "reader"),
                                Map.entry(
                                        "storehouse.replica.password",
                                        REPLICA.passwords().reader()),
                                Map.entry("spring.data.redis.url", REDIS.uri()),
                                // nobody needs the events here, and the shop does without
                                Map.entry("spring.kafka.bootstrap-servers", "127.0.0.1:" + ENGINES.freePort()),
                                Map.entry("server.port", "0"),
                                Map.entry("storehouse.access.owner-password", RealEngines.OWNER_PASSWORD),
                                Map.entry("storehouse.access.service-token", RealEngines.SERVICE_TOKEN),
                                Map.entry(
                                        "storehouse.media.directory",
                                        ENGINES.newDirectory().toString()),
                                Map.entry(
                                        "storehouse.importing.directory",
                                        ENGINES.newDirectory().toString()))));
    }

    /** What the replica has come to stays as it is until {@link #resume}. */
    static void pause() {
        administer("stop slave sql_thread");
    }

    static void resume() {
        administer("start slave");
    }

    private static void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        REPLICA.jdbcUrl(""), "follower", REPLICA.passwords().follower());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
