package io.storehouse.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final RestartPolicy policy = new RestartPolicy();

    @Test
    void waitsLongerAfterEveryDeath() {
        policy.worked();

        assertThat(policy.afterDeath(NOON)).contains(Duration.ofMillis(200));
        assertThat(policy.afterDeath(NOON.plusSeconds(1))).contains(Duration.ofMillis(400));
        assertThat(policy.afterDeath(NOON.plusSeconds(2))).contains(Duration.ofMillis(800));
    }

    @Test
    void givesUpWhatDiesTooOften() {
        policy.worked();
        for (int death = 0; death < RestartPolicy.LIMIT; death++) {
            assertThat(policy.afterDeath(NOON.plusSeconds(death))).isPresent();
        }

        assertThat(policy.afterDeath(NOON.plusSeconds(20))).isEmpty();
    }

    @Test
    void givesUpSoonerWhatHasNeverWorked() {
        for (int death = 0; death < RestartPolicy.LIMIT_BEFORE_IT_WORKED; death++) {
            assertThat(policy.afterDeath(NOON.plusSeconds(death))).isPresent();
        }

        assertThat(policy.afterDeath(NOON.plusSeconds(20))).isEmpty();
    }

    @Test
    void forgetsOldDeaths() {
        policy.worked();
        for (int death = 0; death < RestartPolicy.LIMIT; death++) {
            assertThat(policy.afterDeath(NOON.plusSeconds(death))).isPresent();
        }

        assertThat(policy.afterDeath(NOON.plus(RestartPolicy.WINDOW).plusSeconds(30)))
                .contains(Duration.ofMillis(200));
    }
}
