package io.storehouse.launcher.supervision;

import java.nio.file.Path;
import java.time.Duration;

/** Tells people what happens to services. */
public interface Announcer {
    /** A service does its work for the first time, so long after its start. */
    void ready(String service, Duration after, boolean adopted);

    /** A service is gone or does nothing any more, and why. */
    void lost(String service, String reason, Path log);

    /** It will be started again. */
    void restarting(String service, Duration backOff);

    /** It will not be started again. */
    void givenUp(String service);

    /** It stopped because it was asked to. */
    void stopped(String service, Duration after);
}
