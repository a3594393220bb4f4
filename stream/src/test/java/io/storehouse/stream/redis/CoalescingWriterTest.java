package io.storehouse.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.util.concurrent.NeverCompleteFuture;
import org.apache.flink.util.function.ThrowingRunnable;
import org.junit.jupiter.api.Test;

class CoalescingWriterTest {
    private static final SinkWriter.Context NOW = new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
            return 0;
        }

        @Override
        public Long timestamp() {
            return 0L;
        }
    };

    private final Mailbox mailbox = new Mailbox();
    private final SlowStore store = new SlowStore();
    private final Timers timers = new Timers();
    private final CoalescingWriter writer =
            new CoalescingWriter(store, mailbox, timers, new SimpleCounter(), new SimpleCounter());

    @Test
    void writesAtOnceWhenNothingIsInFlight() throws Exception {
        writer.write(figure("a", 1), NOW);

        assertThat(store.written).containsExactly("a=1");
    }

    @Test
    void keepsTheNewestOfEachPlaceUntilTheReply() throws Exception {
        writer.write(figure("a", 1), NOW);
        writer.write(figure("b", 1), NOW);
        writer.write(figure("a", 2), NOW);
        writer.write(figure("b", 2), NOW);
        assertThat(store.written).containsExactly("a=1");

        store.reply();
        mailbox.runAll();

        assertThat(store.written).containsExactly("a=1", "a=2", "b=2");
    }

    @Test
    void holdsACheckpointUntilEverythingIsAcknowledged() throws Exception {
        writer.write(figure("a", 1), NOW);
        writer.write(figure("a", 2), NOW);
        mailbox.whenEmpty(store::reply);

        writer.flush(false);

        assertThat(store.written).containsExactly("a=1", "a=2");
        assertThat(store.replies).isEmpty();
    }

    @Test
    void triesAgainWhatFailedForAWhileUnlessSomethingNewerCame() throws Exception {
        writer.write(figure("a", 1), NOW);
        writer.write(figure("b", 1), NOW);
        store.fail(new FigureStore.TemporaryFailure(new IOException("no connection")));
        mailbox.runAll();
        writer.write(figure("b", 2), NOW);
        assertThat(store.written).containsExactly("a=1");

        timers.fire();

        assertThat(store.written).containsExactly("a=1", "a=1", "b=2");
    }

    @Test
    void failsTheJobWhenTheStoreRefuses() throws Exception {
        writer.write(figure("a", 1), NOW);
        store.fail(new IllegalStateException("WRONGTYPE"));

        assertThatThrownBy(mailbox::runAll)
                .isInstanceOf(IOException.class)
                .hasMessage("Failed to write figures to Redis")
                .hasRootCauseMessage("WRONGTYPE");
    }

    private static LiveFigure figure(String key, int value) {
        return LiveFigure.of(key, "0,0,0,0", Integer.toString(value));
    }

    private static final class SlowStore implements FigureStore {
        private final List<String> written = new ArrayList<>();
        private final Queue<CompletableFuture<Long>> replies = new ArrayDeque<>();

        @Override
        public CompletionStage<Long> write(List<LiveFigure> figures) {
            figures.forEach(figure -> written.add(figure.key() + "=" + figure.value()));
            CompletableFuture<Long> reply = new CompletableFuture<>();
            replies.add(reply);
            return reply;
        }

        @Override
        public void close() {}

        private void reply() {
            replies.remove().complete(1L);
        }

        private void fail(Throwable failure) {
            replies.remove().completeExceptionally(failure);
        }
    }

    private static final class Mailbox implements MailboxExecutor {
        private final Queue<ThrowingRunnable<? extends Exception>> mails = new ArrayDeque<>();
        private Runnable whenEmpty = () -> {};

        @Override
        public void execute(
                MailOptions options, ThrowingRunnable<? extends Exception> mail, String format, Object... arguments) {
            mails.add(mail);
        }

        @Override
        public void yield() {
            if (mails.isEmpty()) {
                whenEmpty.run();
            }
            tryYield();
        }

        @Override
        public boolean tryYield() {
            ThrowingRunnable<? extends Exception> mail = mails.poll();
            if (mail == null) {
                return false;
            }
            ThrowingRunnable.unchecked(mail).run();
            return true;
        }

        @Override
        public boolean shouldInterrupt() {
            return false;
        }

        private void whenEmpty(Runnable action) {
            whenEmpty = action;
        }

        private void runAll() throws Exception {
            for (var mail = mails.poll(); mail != null; mail = mails.poll()) {
                mail.run();
            }
        }
    }

    private static final class Timers implements ProcessingTimeService {
        private final Queue<ProcessingTimeCallback> due = new ArrayDeque<>();

        @Override
        public long getCurrentProcessingTime() {
            return 0;
        }

        @Override
        public ScheduledFuture<?> registerTimer(long time, ProcessingTimeCallback target) {
            due.add(target);
            return new NeverCompleteFuture(0);
        }

        private void fire() throws Exception {
            due.remove().onProcessingTime(0);
        }
    }
}
