package io.storehouse.stream.redis;

import io.lettuce.core.api.sync.RedisCommands;
import io.storehouse.contracts.LiveKeys;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key by which a filled Redis is told from an emptied one: it holds the {@code run_id} of the server that was filled, and
 * goes when the server's data go. Not for several threads.
 */
final class RedisSentinel implements AutoCloseable {
    private static final Pattern RUN_ID = Pattern.compile("run_id:(\\w+)");

    private final String uri;
    private final String keyspace;
    private final String key;
    private @Nullable RedisConnection connection;

    RedisSentinel(String uri, String keyspace) {
        this.uri = uri;
        this.keyspace = keyspace;
        this.key = LiveKeys.CURRENT.replace("current", keyspace + ":filled");
    }

    /** The server's {@code run_id}. */
    String runId() {
        Matcher matcher = RUN_ID.matcher(redis().info("server"));
        if (!matcher.find()) {
            throw new IllegalStateException("Cannot tell the run of Redis: INFO has no run_id");
        }
        return matcher.group(1);
    }

    /** Whether the sentinel says that this run of the server was filled. */
    boolean says(String runId) {
        return runId.equals(redis().get(key));
    }

    /** Marks this run of the server as filled, and its keyspace as the one in use. */
    void mark(String runId) {
        redis().set(LiveKeys.CURRENT, keyspace);
        redis().set(key, runId);
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }

    private RedisCommands<String, String> redis() {
        if (connection == null) {
            connection = RedisConnection.open(uri);
        }
        return connection.get().sync();
    }
}
