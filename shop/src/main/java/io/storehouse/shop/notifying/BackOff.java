package io.storehouse.shop.notifying;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long a message waits after a failure. */
final class BackOff {
    private final NotifyingSettings.Retry retry;
    private final RandomGenerator chance;

    BackOff(NotifyingSettings.Retry retry, RandomGenerator chance) {
        this.retry = retry;
        this.chance = chance;
    }

    /**
     * The time until the next attempt: between a half and the whole of first · 2^(attempt − 1), at most the longest; never less
     * than what the provider asks for.
     *
     * @param attempt that failed, from 1
     */
    Duration after(int attempt, @Nullable Duration asked) {
        long longest = retry.longest().toMillis();
        long most = retry.first().toMillis();
        for (int doubled = 1; doubled < attempt && most < longest; doubled++) {
            most = Math.min(2 * most, longest);
        }
        Duration wait = Duration.ofMillis(most - chance.nextLong(most / 2 + 1));
        return asked == null || asked.compareTo(wait) < 0 ? wait : asked;
    }
}
