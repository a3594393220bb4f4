package io.storehouse.shop.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final NotifyingSettings.Retry RETRY =
            new NotifyingSettings.Retry(12, Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofMinutes(2));

    private final BackOff backOff = new BackOff(RETRY, new Random(7));

    @Test
    void doublesUpToTheLongestAndJitters() {
        for (int attempt = 1; attempt <= 200; attempt++) {
            long whole = attempt > 10 ? 3_600_000 : Math.min(3_600_000, 5_000L << (attempt - 1));
            assertThat(backOff.after(attempt, null).toMillis())
                    .as("attempt %s", attempt)
                    .isBetween(whole / 2, whole);
        }
        assertThat(java.util.stream.Stream.generate(() -> backOff.after(5, null))
                        .limit(20)
                        .distinct()
                        .count())
                .isGreaterThan(10);
    }

    @Test
    void waitsAtLeastAsLongAsItIsAsked() {
        assertThat(backOff.after(1, Duration.ofMinutes(30))).isEqualTo(Duration.ofMinutes(30));
        assertThat(backOff.after(1, Duration.ofSeconds(999_999_999))).isEqualTo(Duration.ofHours(1));
        assertThat(backOff.after(1, Duration.ofMillis(1))).isGreaterThan(Duration.ofSeconds(2));
        assertThat(backOff.after(1, Duration.ofDays(-3))).isGreaterThan(Duration.ofSeconds(2));
    }
}
