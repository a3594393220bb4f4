package io.storehouse.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.storehouse.contracts.LiveKeys;
import io.storehouse.engines.LocalEngines;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisFigureStoreIT {
    private static final LiveKeys KEYS = new LiveKeys("v1");
    private static final String DAY = KEYS.day("Berlin", "2011-09-30");
    private static final String MINUTES = KEYS.minutes("Berlin", "2011-09-30");

    private LocalEngines engines;
    private LocalEngines.RunningRedis server;
    private RedisClient client;
    private RedisCommands<String, String> redis;
    private RedisFigureStore store;

    @BeforeAll
    void start(@TempDir Path directory) {
        engines = LocalEngines.in(directory);
        server = engines.startRedis();
        client = RedisClient.create(server.uri());
        redis = client.connect().sync();
    }

    @BeforeEach
    void empty() {
        redis.flushall();
        store = RedisFigureStore.open(server.uri(), "v1");
    }

    @AfterAll
    void stop() {
        store.close();
        client.shutdown();
        engines.close();
    }

    @Test
    void acceptsAFigureOnlyWithADominatingCut() throws Exception {
        assertThat(write(day("5,2,-1,0", "first"))).isEqualTo(1);
        assertThat(write(day("5,2,-1,0", "equal"))).isEqualTo(1);
        assertThat(write(day("4,2,-1,0", "zombie"))).isZero();
        assertThat(write(day("6,1,-1,0", "beside"))).isZero();
        assertThat(redis.hgetall(DAY)).containsEntry("cut", "5,2,-1,0").containsEntry("value", "equal");

        assertThat(write(day("10,2,0,0", "newer"))).isEqualTo(1);
        assertThat(redis.hgetall(DAY)).containsEntry("cut", "10,2,0,0").containsEntry("value", "newer");
    }

    @Test
    void acceptsAMinuteOnlyWithADominatingCut() throws Exception {
        assertThat(write(LiveFigure.ofField(MINUTES, "10:30", "5,-1,-1,-1", "{}")))
                .isEqualTo(1);
        assertThat(write(LiveFigure.ofField(MINUTES, "10:30", "4,7,-1,-1", "{\"n\":1}")))
                .isZero();
        assertThat(write(LiveFigure.ofField(MINUTES, "10:31", "4,7,-1,-1", "{\"n\":1}")))
                .isEqualTo(1);

        assertThat(redis.hgetall(MINUTES))
                .containsEntry("10:30", "5,-1,-1,-1|{}")
                .containsEntry("10:31", "4,7,-1,-1|{\"n\":1}");
        write(LiveFigure.gone(MINUTES));
        assertThat(redis.exists(MINUTES)).isZero();
    }

    @Test
    void keepsTheIndexOfDaysAndThePointer() throws Exception {
        write(day("0,-1,-1,-1", "{}"));
        write(LiveFigure.of(KEYS.ticker(), "0,-1,-1,-1", "{}"));

        assertThat(redis.get(LiveKeys.CURRENT)).isEqualTo("v1");
        assertThat(redis.zrange(KEYS.dates(), 0, -1)).containsExactly("2011-09-30");
        assertThat(redis.zscore(KEYS.dates(), "2011-09-30")).isEqualTo(20110930.0);
        assertThat(redis.smembers(KEYS.storesOf("2011-09-30"))).containsExactly("Berlin");
    }

    @Test
    void publishesTheKeyOfEveryAcceptedFigure() throws Exception {
        Queue<String> changes = new ConcurrentLinkedQueue<>();
        try (var listener = client.connectPubSub()) {
            listener.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String key) {
                    changes.add(key);
                }
            });
            listener.sync().subscribe(KEYS.changes());

            write(day("1,-1,-1,-1", "{}"));
            write(day("0,-1,-1,-1", "{}"));
            write(LiveFigure.plain(KEYS.pulse(), "{}"));

            await().until(() -> changes.contains(KEYS.pulse()));
            assertThat(changes).containsExactly(DAY, KEYS.pulse());
        }
    }

    @Test
    void loadsItsScriptAgainWhenTheServerForgotIt() throws Exception {
        write(day("0,-1,-1,-1", "{}"));
        redis.scriptFlush();

        assertThat(write(day("1,-1,-1,-1", "{}"))).isEqualTo(1);
    }

    @Test
    void tellsAFailureThatPassesFromOneThatDoesNot() {
        redis.set(DAY, "text");
        assertThatThrownBy(() -> write(day("0,-1,-1,-1", "{}")))
                .hasMessageContaining("WRONGTYPE")
                .cause()
                .isNotInstanceOf(FigureStore.TemporaryFailure.class);

        redis.del(DAY);
        server.process().kill();
        assertThatThrownBy(() -> write(day("0,-1,-1,-1", "{}")))
                .cause()
                .isInstanceOf(FigureStore.TemporaryFailure.class);
        server.process().start();
    }

    private long write(LiveFigure figure) throws Exception {
        return store.write(List.of(figure)).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static LiveFigure day(String cut, String value) {
        return LiveFigure.ofDay(DAY, cut, value, "Berlin", "2011-09-30");
    }
}
