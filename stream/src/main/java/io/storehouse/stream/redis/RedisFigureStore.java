package io.storehouse.stream.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.storehouse.contracts.LiveKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Figures in one keyspace of Redis, written by one script a batch. */
final class RedisFigureStore implements FigureStore {
    private static final String SCRIPT = script();
    /** Errors that a server answers while it is starting, full, busy with a script, or a replica for the moment. */
    private static final Set<String> PASSING = Set.of("LOADING", "OOM", "BUSY", "READONLY", "MASTERDOWN", "TRYAGAIN");

    private final RedisConnection connection;
    private final RedisAsyncCommands<String, String> redis;
    private final LiveKeys keys;
    private final String digest;

    private RedisFigureStore(RedisConnection connection, LiveKeys keys) {
        this.connection = connection;
        this.redis = connection.get().async();
        this.keys = keys;
        this.digest = redis.digest(SCRIPT);
    }

    /** Connects, and makes the keyspace the one that readers use. */
    static RedisFigureStore open(String uri, String keyspace) {
        RedisConnection connection = RedisConnection.open(uri);
        connection.get().sync().set(LiveKeys.CURRENT, keyspace);
        return new RedisFigureStore(connection, new LiveKeys(keyspace));
    }

    @Override
    public CompletionStage<Long> write(List<LiveFigure> figures) {
        String[] names = names(figures);
        String[] values = values(figures);
        return redis.<Long>evalsha(digest, ScriptOutputType.INTEGER, names, values)
                .exceptionallyCompose(failure -> {
                    if (cause(failure) instanceof RedisNoScriptException) {
                        return redis.eval(SCRIPT, ScriptOutputType.INTEGER, names, values);
                    }
                    return CompletableFuture.failedFuture(failure);
                })
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(classified(cause(failure))));
    }

    @Override
    public void close() {
        connection.close();
    }

    private String[] names(List<LiveFigure> figures) {
        String[] names = new String[1 + 2 * figures.size()];
        names[0] = keys.dates();
        for (int i = 0; i < figures.size(); i++) {
            LiveFigure figure = figures.get(i);
            names[1 + 2 * i] = figure.key();
            names[2 + 2 * i] = keys.storesOf(figure.businessDate());
        }
        return names;
    }

    private String[] values(List<LiveFigure> figures) {
        String[] values = new String[1 + 6 * figures.size()];
        values[0] = keys.changes();
        for (int i = 0; i < figures.size(); i++) {
            LiveFigure figure = figures.get(i);
            int at = 1 + 6 * i;
            values[at] = figure.shape().name();
            values[at + 1] = figure.field();
            values[at + 2] = figure.cut();
            values[at + 3] = figure.value();
            values[at + 4] = figure.store();
            values[at + 5] = figure.businessDate();
        }
        return values;
    }

    private static Throwable classified(Throwable failure) {
        if (failure instanceof RedisCommandExecutionException) {
            String code = String.valueOf(failure.getMessage()).split(" ", 2)[0];
            return PASSING.contains(code) ? new TemporaryFailure(failure) : failure;
        }
        return new TemporaryFailure(failure);
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static String script() {
        try (InputStream script =
                Objects.requireNonNull(RedisFigureStore.class.getResourceAsStream("write-figures.lua"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
