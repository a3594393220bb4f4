package io.storehouse.reports.reconcile;

import io.storehouse.reports.cli.Problem;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * A bounded wait for something that may move on meanwhile: the limit counts from the last progress, and several limits
 * bound it all. It says what it waits for: at once, when it changes, and every few seconds.
 */
final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration REPEAT = Duration.ofSeconds(5);

    private static final int LIMITS = 5;

    private final PrintWriter out;
    private final long started = System.nanoTime();
    private final Duration limit;
    private long progress = started;
    private String said = "";
    private long saidAt;

    Patience(Duration limit, PrintWriter out) {
        this.limit = limit;
        this.out = out;
    }

    /** A shorter wait within this one. */
    Patience atMost(Duration shorter) {
        Duration left = limit.minus(standing());
        return new Patience(left.compareTo(shorter) < 0 ? left : shorter, out);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Starts the limit again. */
    void progressed() {
        progress = System.nanoTime();
    }

    /** How long there has been no progress. */
    Duration standing() {
        return Duration.ofNanos(System.nanoTime() - progress);
    }

    boolean isOver() {
        return standing().compareTo(limit) >= 0 || elapsed().compareTo(limit.multipliedBy(LIMITS)) >= 0;
    }

    /** Says it, and pauses. */
    void pause(String what) {
        long now = System.nanoTime();
        if (!what.equals(said) || now - saidAt > REPEAT.toNanos()) {
            out.println(what + " (" + elapsed().toSeconds() + " s)");
            out.flush();
            said = what;
            saidAt = now;
        }
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.external("Interrupted while waiting: " + what, e);
        }
    }
}
