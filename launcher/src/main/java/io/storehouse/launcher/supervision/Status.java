package io.storehouse.launcher.supervision;

import io.storehouse.launcher.process.RunningProcess;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a service at a moment. */
public record Status(String name, State state, @Nullable RunningProcess process, String detail, Instant since) {
    Status with(State next, String words, Instant now) {
        return new Status(name, next, process, words, next == state ? since : now);
    }

    Status with(@Nullable RunningProcess other) {
        return new Status(name, state, other, detail, since);
    }
}
