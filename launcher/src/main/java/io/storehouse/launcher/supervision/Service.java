package io.storehouse.launcher.supervision;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * A process that always runs, and how to care for it.
 *
 * @param after the services that must be ready before it starts
 * @param recipe makes its files ready and says what to execute; repeatable
 * @param probe tells whether it does its work
 * @param onceUp what must be done with it before others may use it; repeatable
 * @param stopRank services of a lower rank stop first
 * @param patience how it is borne with
 */
public record Service(
        String name, Set<String> after, Recipe recipe, Probe probe, Step onceUp, int stopRank, Patience patience) {
    /** Copies the collection. */
    public Service {
        after = Set.copyOf(after);
    }

    /** Says what to execute. */
    @FunctionalInterface
    public interface Recipe {
        /** Writes what the process reads and returns its command. */
        Command prepare() throws IOException, InterruptedException;
    }

    /** Something to be done once. */
    @FunctionalInterface
    public interface Step {
        /** Nothing to do. */
        Step NONE = () -> {};

        /** Does it, or throws and is tried again. */
        void run() throws Exception;
    }

    /**
     * How long a service may take.
     *
     * @param start from its start until it works
     * @param recovery from the first bad probe until it works again
     * @param stop from SIGTERM to its end
     */
    public record Patience(Duration start, Duration recovery, Duration stop) {
        /** Four minutes to start on a busy machine, 40 seconds to recover, 45 seconds to stop: the first stop writes a class archive. */
        public static final Patience USUAL =
                new Patience(Duration.ofMinutes(4), Duration.ofSeconds(40), Duration.ofSeconds(45));
    }
}
