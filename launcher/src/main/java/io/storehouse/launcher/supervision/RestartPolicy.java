package io.storehouse.launcher.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Limits restarts: at first at once, then ever later, and no more than so many within a time; fewer for what has never
 * worked, because it hardly ever will.
 */
final class RestartPolicy {
    static final int LIMIT = 8;
    static final int LIMIT_BEFORE_IT_WORKED = 3;
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Deque<Instant> deaths = new ArrayDeque<>();
    private boolean worked;

    /** It has done its work once. */
    void worked() {
        worked = true;
    }

    /** How long to wait before the restart, or nothing when the limit is reached. */
    Optional<Duration> afterDeath(Instant now) {
        deaths.addLast(now);
        while (deaths.getFirst().isBefore(now.minus(WINDOW))) {
            deaths.removeFirst();
        }
        if (deaths.size() > (worked ? LIMIT : LIMIT_BEFORE_IT_WORKED)) {
            return Optional.empty();
        }
        Duration backOff = FIRST.multipliedBy(1L << (deaths.size() - 1));
        return Optional.of(backOff.compareTo(LONGEST) > 0 ? LONGEST : backOff);
    }
}
