package io.storehouse.stream.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One connection to Redis that reconnects by itself; a command without a reply fails after two seconds. */
final class RedisConnection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int THREADS = 2;

    private final ClientResources resources;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    private RedisConnection(
            ClientResources resources, RedisClient client, StatefulRedisConnection<String, String> connection) {
        this.resources = resources;
        this.client = client;
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @param uri {@code redis://user:password@host:port/0}
     * @throws io.lettuce.core.RedisConnectionException when the server does not answer
     */
    static RedisConnection open(String uri) {
        ClientResources resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .reconnectDelay(Delay.constant(Duration.ofMillis(100)))
                .build();
        RedisClient client = RedisClient.create(resources, uri);
        try {
            client.setOptions(ClientOptions.builder()
                    .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                    .socketOptions(SocketOptions.builder()
                            .connectTimeout(PATIENCE)
                            .keepAlive(true)
                            .build())
                    .build());
            return new RedisConnection(resources, client, client.connect());
        } catch (RuntimeException e) {
            client.shutdown(Duration.ZERO, PATIENCE);
            resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            throw e;
        }
    }

    StatefulRedisConnection<String, String> get() {
        return connection;
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(Duration.ZERO, PATIENCE);
        resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
