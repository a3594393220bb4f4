package io.storehouse.shop.live;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.storehouse.contracts.LiveKeys;
import io.storehouse.shop.problems.CommonError;
import io.storehouse.shop.problems.ShopException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Pipelined reads of the live view and news of its changes. Connects when first needed; Lettuce reconnects by itself, until the factory
 * that it was asked of is stopped.
 */
@Component
class LiveRedis implements SmartLifecycle {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final LettuceConnectionFactory connections;
    private final LiveSettings settings;
    private @Nullable StatefulRedisConnection<String, String> reading;
    private @Nullable StatefulRedisPubSubConnection<String, String> listening;
    private boolean running;

    LiveRedis(LettuceConnectionFactory connections, LiveSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    /** The keyspace that readers use now. */
    LiveKeys keys() {
        String current = one(commands -> commands.get(LiveKeys.CURRENT));
        return new LiveKeys(current == null || current.isBlank() ? settings.keyspace() : current);
    }

    /** The newest dates with figures, newest first; at most that many. */
    List<String> dates(LiveKeys keys, int most) {
        List<String> dates = one(commands -> commands.zrevrange(keys.dates(), 0, most - 1L));
        return dates == null ? List.of() : dates;
    }

    /** The members of all the sets, by key. */
    Map<String, List<String>> members(List<String> sets) {
        return all(
                sets,
                (commands, key) -> commands.smembers(key),
                found -> found.stream().sorted().toList(),
                List.of());
    }

    /** The figures with those keys; absent ones are absent. */
    Map<String, Figure> figures(List<String> figures) {
        return all(
                figures,
                (commands, key) -> commands.hmget(key, LiveKeys.CUT, LiveKeys.VALUE),
                LiveRedis::figure,
                new Figure("", ""));
    }

    /** The hashes with those keys, whole. */
    Map<String, Map<String, String>> hashes(List<String> hashes) {
        return all(hashes, (commands, key) -> commands.hgetall(key), found -> found.isEmpty() ? null : found, Map.of());
    }

    /** Calls back with the key of every changed figure. */
    synchronized void listen(String channel, Consumer<String> changed) {
        try {
            if (listening != null) {
                listening.close();
            }
            StatefulRedisPubSubConnection<String, String> connection = client().connectPubSub();
            listening = connection;
            connection.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String from, String key) {
                    changed.accept(key);
                }
            });
            connection.sync().subscribe(channel);
        } catch (RedisException e) {
            throw away(e);
        }
    }

    /** A figure and what it has folded. */
    record Figure(String cut, String value) {}

    private interface Ask<T> {
        RedisFuture<T> ask(RedisAsyncCommands<String, String> commands, String key);
    }

    private <T extends @Nullable Object> @Nullable T one(
            Function<RedisAsyncCommands<String, String>, RedisFuture<T>> ask) {
        return await(ask.apply(commands()), System.nanoTime() + PATIENCE.toNanos());
    }

    /** @param damaged what a key of another type is read as */
    private <T, R> Map<String, R> all(List<String> keys, Ask<T> ask, Function<T, @Nullable R> read, R damaged) {
        RedisAsyncCommands<String, String> commands = commands();
        List<RedisFuture<T>> asked = new ArrayList<>(keys.size());
        keys.forEach(key -> asked.add(ask.ask(commands, key)));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<String, R> answers = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            R value;
            try {
                T answer = await(asked.get(i), deadline);
                value = answer == null ? null : read.apply(answer);
            } catch (ShopException e) {
                if (!isOfAnotherType(e)) {
                    throw e;
                }
                value = damaged;
            }
            if (value != null) {
                answers.put(keys.get(i), value);
            }
        }
        return answers;
    }

    private static boolean isOfAnotherType(ShopException failure) {
        Throwable answer =
                failure.getCause() == null ? null : failure.getCause().getCause();
        return answer instanceof RedisCommandExecutionException
                && String.valueOf(answer.getMessage()).startsWith("WRONGTYPE");
    }

    private static @Nullable Figure figure(List<KeyValue<String, String>> fields) {
        boolean there = fields.size() == 2 && fields.get(1).hasValue();
        return there
                ? new Figure(fields.get(0).getValueOrElse(""), fields.get(1).getValue())
                : null;
    }

    private static <T extends @Nullable Object> @Nullable T await(RedisFuture<T> future, long deadline) {
        try {
            return future.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException | CompletionException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        }
    }

    private synchronized RedisAsyncCommands<String, String> commands() {
        try {
            StatefulRedisConnection<String, String> connection = reading;
            if (connection == null) {
                connection = client().connect();
                reading = connection;
            }
            return connection.async();
        } catch (RedisException e) {
            throw away(e);
        }
    }

    private RedisClient client() {
        return (RedisClient) connections.getRequiredNativeClient();
    }

    private static ShopException away(Exception cause) {
        return new ShopException(
                CommonError.REDIS_AWAY, "Cannot read the live view: Redis does not answer", Map.of(), cause);
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** Before the factory, whose client ends then for good. */
    @Override
    public synchronized void stop() {
        running = false;
        if (listening != null) {
            listening.close();
            listening = null;
        }
        if (reading != null) {
            reading.close();
            reading = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
