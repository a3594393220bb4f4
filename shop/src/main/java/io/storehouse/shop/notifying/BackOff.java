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
     * The time until the next attempt: between a half and the whole of first · 2^(attempt − 1), at most the longest. What the
     * provider asks for counts where it is longer, but no more than the longest: a typing error of his must not bury a message.
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
        if (asked == null || asked.compareTo(wait) < 0) {
            return wait;
        }
        return asked.compareTo(retry.longest()) < 0 ? asked : retry.longest();
    }
}
