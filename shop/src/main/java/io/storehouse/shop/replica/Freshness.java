package io.storehouse.shop.replica;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How old the replica's data may be at most. The primary's position, asked at some moment, contains all that was committed
 * before the question; a replica that has reached it was whole at that moment. So nothing is written to find out, only this
 * process's clock counts, and an idle primary does not make its replica look old.
 */
final class Freshness {
    private static final int MOST_SAMPLES = 4_096;

    /** Where the primary was, and when that was asked, by {@link System#nanoTime}. */
    private record Sample(Gtids at, long asked) {}

    private final Deque<Sample> ahead = new ArrayDeque<>();
    private Gtids applied = Gtids.NONE;
    private long appliedAnswered;
    private long wholeAt;
    private boolean everWhole;
    private boolean foreign;

    /** The primary answered the question of that moment. */
    synchronized void primaryWas(Gtids at, long asked) {
        if (asked - appliedAnswered > 0 && at.isBehind(applied)) {
            // nobody can be ahead of what he follows: it follows another history
            foreign = true;
        }
        if (!applied.isEmpty() && applied.covers(at)) {
            whole(asked);
            return;
        }
        Sample last = ahead.peekLast();
        if (last != null && last.at().equals(at)) {
            ahead.removeLast();
        } else if (ahead.size() == MOST_SAMPLES) {
            return;
        }
        ahead.addLast(new Sample(at, asked));
    }

    /** The replica had come so far when its answer came at that moment. */
    synchronized void replicaWas(Gtids at, long answered) {
        if (at.isEmpty() || at.isBehind(applied)) {
            // it is being made anew
            everWhole = false;
            foreign = false;
        }
        applied = at;
        appliedAnswered = answered;
        while (!at.isEmpty() && !ahead.isEmpty() && at.covers(ahead.peekFirst().at())) {
            whole(ahead.removeFirst().asked());
        }
    }

    /** Whether the replica had all of that when it was asked last. */
    synchronized boolean has(Gtids wanted) {
        return !foreign && applied.covers(wanted);
    }

    /** How long ago at most the replica was whole; nothing when that cannot be said. */
    synchronized Optional<Duration> age(long now) {
        return everWhole && !foreign ? Optional.of(Duration.ofNanos(now - wholeAt)) : Optional.empty();
    }

    private void whole(long at) {
        wholeAt = everWhole && wholeAt - at > 0 ? wholeAt : at;
        everWhole = true;
    }
}
