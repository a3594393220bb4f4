package io.storehouse.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VigilTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Vigil vigil = new Vigil(Duration.ofSeconds(120), Duration.ofSeconds(30), NOON);

    @Test
    void isStartingUntilItWorks() {
        assertThat(vigil.judge(false, false, NOON.plusSeconds(100))).isEqualTo(State.STARTING);
        assertThat(vigil.hopeless(NOON.plusSeconds(100))).isFalse();
        assertThat(vigil.hopeless(NOON.plusSeconds(121))).isTrue();
    }

    @Test
    void takesOneBadProbeForChanceAndTwoForIllness() {
        vigil.judge(true, false, NOON);

        assertThat(vigil.judge(false, false, NOON.plusSeconds(2))).isEqualTo(State.HEALTHY);
        assertThat(vigil.judge(false, false, NOON.plusSeconds(5))).isEqualTo(State.UNHEALTHY);
        assertThat(vigil.judge(true, false, NOON.plusSeconds(8))).isEqualTo(State.HEALTHY);
    }

    @Test
    void givesUpWhatStaysIll() {
        vigil.judge(true, false, NOON);
        vigil.judge(false, false, NOON.plusSeconds(20));
        vigil.judge(false, false, NOON.plusSeconds(31));

        assertThat(vigil.hopeless(NOON.plusSeconds(31))).isTrue();
    }

    @Test
    void bearsWithWhatIsBehindUntilItNoLongerAdvances() {
        vigil.judge(true, false, NOON);
        for (int second = 2; second <= 120; second += 2) {
            vigil.judge(false, second % 20 == 0, NOON.plusSeconds(second));
            assertThat(vigil.hopeless(NOON.plusSeconds(second))).isFalse();
        }
        assertThat(vigil.judge(false, false, NOON.plusSeconds(151))).isEqualTo(State.UNHEALTHY);
        assertThat(vigil.hopeless(NOON.plusSeconds(151))).isTrue();
    }

    @Test
    void blamesNobodyForWhatIsMissing() {
        vigil.judge(true, false, NOON);
        vigil.judge(false, true, NOON.plusSeconds(60));

        assertThat(vigil.judge(false, true, NOON.plusSeconds(90))).isEqualTo(State.UNHEALTHY);
        assertThat(vigil.hopeless(NOON.plusSeconds(90))).isFalse();
        assertThat(vigil.hopeless(NOON.plusSeconds(121))).isTrue();
    }
}
