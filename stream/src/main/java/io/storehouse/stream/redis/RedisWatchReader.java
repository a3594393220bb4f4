package io.storehouse.stream.redis;

import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the sentinel twice a second, in a thread of its own, and emits a refill when it must be doubted. */
final class RedisWatchReader implements SourceReader<Refill, RedisWatch.Whole> {
    private static final Logger LOG = LoggerFactory.getLogger(RedisWatchReader.class);
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final RedisSentinel sentinel;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "redis-watch");
        daemon.setDaemon(true);
        return daemon;
    });
    private final Object lock = new Object();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private @Nullable Refill due;
    private boolean started;

    RedisWatchReader(RedisSentinel sentinel) {
        this.sentinel = sentinel;
    }

    @Override
    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Refill> output) {
        synchronized (lock) {
            if (due != null) {
                output.collect(due);
                due = null;
                available = new CompletableFuture<>();
            }
            return InputStatus.NOTHING_AVAILABLE;
        }
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        synchronized (lock) {
            return available;
        }
    }

    @Override
    public List<RedisWatch.Whole> snapshotState(long checkpoint) {
        return List.of();
    }

    @Override
    public void addSplits(List<RedisWatch.Whole> splits) {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() throws InterruptedException {
        thread.shutdownNow();
        if (thread.awaitTermination(PERIOD.toMillis() * 10, TimeUnit.MILLISECONDS)) {
            sentinel.close();
        }
    }

    private void look() {
        try {
            String runId = sentinel.runId();
            if (started && sentinel.says(runId)) {
                return;
            }
            // Marked before the figures come: were it marked after them, a flush in between would go unnoticed.
            sentinel.mark(runId);
            started = true;
            LOG.info("Writing every figure to Redis, run {}", runId);
            emit(new Refill(runId));
        } catch (RedisException | IllegalStateException e) {
            LOG.debug("Cannot look at Redis", e);
        }
    }

    private void emit(Refill refill) {
        synchronized (lock) {
            due = refill;
            available.complete(null);
        }
    }
}
