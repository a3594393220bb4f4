package io.storehouse.stream.redis;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a figure at once when nothing is in flight; while something is, keeps the newest of each place until the reply.
 * A checkpoint waits until everything is acknowledged. A store that cannot be reached is tried again for ever, and nothing
 * is lost meanwhile. All state belongs to the task's thread.
 */
final class CoalescingWriter implements SinkWriter<LiveFigure> {
    private static final Logger LOG = LoggerFactory.getLogger(CoalescingWriter.class);
    private static final int BATCH = 200;
    private static final int MOST_WAITING = 5_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final FigureStore store;
    private final MailboxExecutor mailbox;
    private final ProcessingTimeService clock;
    private final Counter written;
    private final Counter retries;
    private final LinkedHashMap<String, LiveFigure> waiting = new LinkedHashMap<>();
    private boolean inFlight;
    private Duration pause = FIRST_PAUSE;

    CoalescingWriter(
            FigureStore store, MailboxExecutor mailbox, ProcessingTimeService clock, Counter written, Counter retries) {
        this.store = store;
        this.mailbox = mailbox;
        this.clock = clock;
        this.written = written;
        this.retries = retries;
    }

    @Override
    public void write(LiveFigure figure, Context context) throws InterruptedException {
        while (waiting.size() >= MOST_WAITING) {
            mailbox.yield();
        }
        waiting.remove(figure.place());
        waiting.put(figure.place(), figure);
        sendUnlessInFlight();
    }

    @Override
    public void flush(boolean endOfInput) throws InterruptedException {
        while (inFlight || !waiting.isEmpty()) {
            mailbox.yield();
        }
    }

    @Override
    public void close() {
        store.close();
    }

    private void sendUnlessInFlight() {
        if (inFlight || waiting.isEmpty()) {
            return;
        }
        List<LiveFigure> batch = waiting.values().stream().limit(BATCH).toList();
        batch.forEach(figure -> waiting.remove(figure.place()));
        send(batch);
    }

    private void send(List<LiveFigure> batch) {
        inFlight = true;
        store.write(batch)
                .whenComplete((reply, failure) -> mailbox.execute(() -> replied(batch, failure), "reply of Redis"));
    }

    private void replied(List<LiveFigure> batch, @Nullable Throwable failure) throws IOException {
        inFlight = false;
        if (failure == null) {
            written.inc(batch.size());
            pause = FIRST_PAUSE;
            sendUnlessInFlight();
            return;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof FigureStore.TemporaryFailure)) {
            throw new IOException("Failed to write figures to Redis", cause);
        }
        LOG.warn("{}; trying again in {} ms", cause.getMessage(), pause.toMillis());
        retries.inc();
        sendAgainLater(batch);
    }

    private void sendAgainLater(List<LiveFigure> batch) {
        Map<String, LiveFigure> newer = new LinkedHashMap<>(waiting);
        waiting.clear();
        for (LiveFigure figure : new ArrayList<>(batch)) {
            if (!newer.containsKey(figure.place())) {
                waiting.put(figure.place(), figure);
            }
        }
        waiting.putAll(newer);
        inFlight = true;
        clock.registerTimer(clock.getCurrentProcessingTime() + pause.toMillis(), time -> {
            inFlight = false;
            sendUnlessInFlight();
        });
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
