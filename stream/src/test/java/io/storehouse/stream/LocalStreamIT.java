package io.storehouse.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.storehouse.contracts.LiveKeys;
import io.storehouse.contracts.Topic;
import io.storehouse.stream.testing.Engines;
import io.storehouse.stream.testing.EventLog;
import io.storehouse.stream.testing.Events;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStreamIT {
    private static final String DAY = new LiveKeys("v1").day("Berlin", "2011-09-30");

    @TempDir
    private Path directory;

    @Test
    void continuesFromTheSavepointOfAStop() throws Exception {
        try (Engines engines = Engines.start(directory);
                EventLog log = engines.log();
                RedisClient client = RedisClient.create(engines.redis().uri())) {
            RedisCommands<String, String> redis = client.connect().sync();
            LocalStream stream = LocalStream.start(engines.settings());
            log.write(Topic.ORDERS, 0, EventLog.position(1), Events.sale("a", "Berlin", "2011-09-30", "X", "2.5", 0));
            awaitDay(redis, "0,-1,-1,-1");

            stream.stop();
            log.write(Topic.ORDERS, 0, EventLog.position(1), Events.sale("a", "Berlin", "2011-09-30", "X", "2.5", 0));
            log.write(Topic.ORDERS, 1, EventLog.position(2), Events.sale("b", "Berlin", "2011-09-30", "X", "3.5", 1));
            stream = LocalStream.start(engines.settings());
            Map<String, String> day = awaitDay(redis, "0,0,-1,-1");

            assertThat(day.get("value")).contains("\"orders\":2", "\"net\":\"6.0000\"");
            stream.stop();
        }
    }

    private static Map<String, String> awaitDay(RedisCommands<String, String> redis, String cut) {
        return await().atMost(Duration.ofMinutes(5)).until(() -> redis.hgetall(DAY), day -> cut.equals(day.get("cut")));
    }
}
