package io.storehouse.shop.replica;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows which of the two databases answers and how old the replica's data may be. */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Freshness freshness = new Freshness();
    private final Side primary;
    private final Side replica;
    private final Duration every;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "replica-watch");
        thread.setDaemon(true);
        return thread;
    });

    Watch(Question primary, Question replica, Duration every) {
        this.primary = new Side("primary", primary, (at, asked, answered) -> freshness.primaryWas(at, asked));
        this.replica = new Side("replica", replica, (at, asked, answered) -> freshness.replicaWas(at, answered));
        this.every = every;
        threads.execute(() -> watch(this.primary));
        threads.execute(() -> watch(this.replica));
    }

    /** Whether the primary, which has answered before, does not. */
    boolean primaryAway() {
        return primary.answered && primary.away;
    }

    /** Finds out now whether the primary answers. */
    void lookAtPrimary() {
        primary.look();
    }

    /** How old the replica's data may be; nothing when it does not answer or cannot be compared. */
    Optional<Duration> age() {
        return replica.answered && !replica.away ? freshness.age(System.nanoTime()) : Optional.empty();
    }

    /** Whether the replica is known to have all of that. */
    boolean has(Gtids wanted) {
        return freshness.has(wanted);
    }

    private void watch(Side side) {
        while (!threads.isShutdown()) {
            side.look();
            LockSupport.parkNanos(every.toNanos());
        }
        side.question.close();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Takes an answer and when it was asked for and came, by {@link System#nanoTime}. */
    @FunctionalInterface
    private interface Answers {
        void take(Gtids at, long asked, long answered);
    }

    private static final class Side {
        private final String name;
        private final Question question;
        private final Answers answers;
        private volatile boolean answered;
        private volatile boolean away;
        private volatile long looks;
        private @Nullable String said;

        Side(String name, Question question, Answers answers) {
            this.name = name;
            this.question = question;
            this.answers = answers;
        }

        /** Asks; who waits while another asks takes the other's answer, lest a database that hangs is waited for in a row. */
        void look() {
            long before = looks;
            synchronized (this) {
                if (looks == before) {
                    ask();
                    looks++;
                }
            }
        }

        private void ask() {
            long asked = System.nanoTime();
            try {
                Gtids at = question.ask();
                answers.take(at, asked, System.nanoTime());
                answered = true;
                away = false;
                if (said != null) {
                    LOG.info("The {} answers again", name);
                    said = null;
                }
            } catch (SQLException e) {
                away = true;
                if (said == null) {
                    said = String.valueOf(e.getMessage());
                    LOG.warn("The {} does not answer: {}", name, said);
                }
            }
        }
    }
}
