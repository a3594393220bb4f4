package io.storehouse.launcher.supervision;

import java.time.Duration;
import java.time.Instant;

/** Judges one process by its probes: one bad probe may be chance, two are not. */
final class Vigil {
    private static final int CHANCE = 2;

    private final Duration startPatience;
    private final Duration recoveryPatience;
    private Instant badSince;
    private boolean everGood;
    private int badInARow;

    Vigil(Duration startPatience, Duration recoveryPatience, Instant now) {
        this.startPatience = startPatience;
        this.recoveryPatience = recoveryPatience;
        this.badSince = now;
    }

    /**
     * Takes in a probe.
     *
     * @param blameless whether something it needs is not ready, or it is behind but advancing: time does not count against it
     */
    State judge(boolean good, boolean blameless, Instant now) {
        if (good) {
            everGood = true;
            badInARow = 0;
            badSince = now;
            return State.HEALTHY;
        }
        badInARow++;
        if (blameless) {
            badSince = now;
        }
        if (!everGood) {
            return State.STARTING;
        }
        return badInARow >= CHANCE ? State.UNHEALTHY : State.HEALTHY;
    }

    /** Whether waiting longer makes no sense. */
    boolean hopeless(Instant now) {
        Duration patience = everGood ? recoveryPatience : startPatience;
        return badInARow > 0 && Duration.between(badSince, now).compareTo(patience) > 0;
    }

    /** Whether the last probe was bad and the next should come soon. */
    boolean doubtful() {
        return badInARow > 0;
    }
}
