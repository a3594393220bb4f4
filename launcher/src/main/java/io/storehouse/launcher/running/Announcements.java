package io.storehouse.launcher.running;

import io.storehouse.launcher.supervision.Announcer;
import io.storehouse.launcher.supervision.LogFile;
import io.storehouse.launcher.terminal.Console;
import java.nio.file.Path;
import java.time.Duration;

/** Says on the console what happens to services, with the end of the log of one that is lost. */
public final class Announcements implements Announcer {
    private static final int LINES = 20;

    private final Console console;

    /** Announcements on that console. */
    public Announcements(Console console) {
        this.console = console;
    }

    @Override
    public void ready(String service, Duration after, boolean adopted) {
        console.tick(service, after, adopted ? "was running already" : "");
    }

    @Override
    public void lost(String service, String reason, Path log) {
        console.wrong(service + " " + reason);
        LogFile file = new LogFile(log);
        for (String line : file.lastLinesOfRun(LINES)) {
            console.detail("      " + line);
        }
        console.detail("    the whole log: " + log);
    }

    @Override
    public void restarting(String service, Duration backOff) {
        console.warn(service + " is started again in " + Console.seconds(backOff));
    }

    @Override
    public void givenUp(String service) {
        console.wrong(service + " is given up after too many restarts; see ./storehouse logs " + service
                + ", then ./storehouse down and up");
    }

    @Override
    public void stopped(String service, Duration after) {
        console.tick(service, after, "stopped");
    }
}
