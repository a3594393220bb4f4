package io.storehouse.launcher.supervision;

import java.util.Locale;

/** Where a service is in its life. */
public enum State {
    /** Not started yet: what it needs is not ready. */
    WAITING,
    /** Started, has not done any work yet. */
    STARTING,
    /** Does its work. */
    HEALTHY,
    /** Lives, but does not do its work. */
    UNHEALTHY,
    /** Died or was killed, is about to be started again. */
    RESTARTING,
    /** Asked to stop. */
    STOPPING,
    /** Not running, on purpose. */
    STOPPED,
    /** Given up after too many restarts. */
    FAILED;

    /** The state as people and JSON see it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
