package io.storehouse.launcher.probes;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.launcher.supervision.Health;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConnectorLagTest {
    private final SetClock clock = new SetClock();
    private final ConnectorLag lag = new ConnectorLag(1, new BinaryLog(1, "none"), clock);

    @Test
    void isGoodWhenEverythingIsRead() {
        lag.seen(17);

        assertThat(lag.judge(17).good()).isTrue();
    }

    @Test
    void bearsWithACommitOfAMoment() {
        lag.seen(17);
        clock.pass(Duration.ofSeconds(2));

        assertThat(lag.judge(16).good()).isTrue();
    }

    @Test
    void isBadWhenACommitStaysUnreadHoweverBusyTheConnectorIs() {
        lag.seen(17);
        clock.pass(Duration.ofSeconds(4));
        lag.seen(30);
        assertThat(lag.judge(16).good()).isTrue();
        clock.pass(Duration.ofSeconds(3));
        lag.seen(40);

        assertThat(lag.judge(16).good()).isFalse();
        assertThat(lag.judge(17).good()).isTrue();
        assertThat(lag.judge(40).detail()).isEqualTo("has read everything");
    }

    @Test
    void isBehindOnlyWhileItReadsOn() {
        lag.seen(40);
        lag.judge(16);
        clock.pass(Duration.ofSeconds(20));

        assertThat(lag.judge(17)).isEqualTo(Health.behind("a commit of 20 s ago is not read"));
        assertThat(lag.judge(17)).isEqualTo(Health.bad("a commit of 20 s ago is not read"));
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
