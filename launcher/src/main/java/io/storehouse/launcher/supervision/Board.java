package io.storehouse.launcher.supervision;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What is known of all services; the watches write it, everybody may wait for it. */
public final class Board {
    private final Map<String, Status> statuses = new LinkedHashMap<>();
    private final Clock clock;
    private long version;
    private boolean stopping;

    Board(Collection<String> services, Clock clock) {
        this.clock = clock;
        services.forEach(name -> statuses.put(name, new Status(name, State.WAITING, null, "", clock.instant())));
    }

    /** All services, in the order of their definition. */
    public synchronized List<Status> all() {
        return List.copyOf(statuses.values());
    }

    synchronized Status of(String name) {
        Status status = statuses.get(name);
        if (status == null) {
            throw new IllegalArgumentException("Invalid service: " + name);
        }
        return status;
    }

    /** Whether all of them are ready; one that is not supervised is not waited for. */
    synchronized boolean ready(Collection<String> names) {
        return names.stream()
                .filter(statuses::containsKey)
                .allMatch(name -> of(name).state().equals(State.HEALTHY));
    }

    synchronized void update(String name, UnaryOperator<Status> change) {
        Status before = of(name);
        Status after = change.apply(before);
        if (!after.equals(before)) {
            statuses.put(name, after);
            version++;
            notifyAll();
        }
    }

    synchronized void state(String name, State state, String detail) {
        update(name, status -> status.with(state, detail, clock.instant()));
    }

    synchronized void stop() {
        stopping = true;
        version++;
        notifyAll();
    }

    /** Whether everything is to stop. */
    public synchronized boolean stopping() {
        return stopping;
    }

    /**
     * Waits until the board is as wished.
     *
     * @return whether it is; otherwise time is over or everything stops
     */
    public synchronized boolean await(Predicate<Board> wish, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (!wish.test(this)) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (stopping || left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until anything changes. */
    public synchronized void awaitChange(Duration atMost) {
        long seen = version;
        await(board -> board.version != seen, atMost);
    }

    /** Waits that long, less when everything stops. */
    void pause(Duration duration) {
        await(board -> false, duration);
    }
}
