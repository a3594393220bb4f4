package io.storehouse.launcher.running;

import io.storehouse.launcher.terminal.Console;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import sun.misc.Signal;

/** The first Ctrl-C or SIGTERM stops cleanly, the second kills. */
public final class StopSignals {
    private static final int INTERRUPTED = 130;

    private final AtomicInteger count = new AtomicInteger();
    private final House house;
    private final Console console;
    private final IntSupplier exitCode;

    private StopSignals(House house, Console console, IntSupplier exitCode) {
        this.house = house;
        this.console = console;
        this.exitCode = exitCode;
    }

    /** Handles signals for the house from now on; the process exits with that code after a clean stop. */
    public static void handle(House house, Console console, IntSupplier exitCode) {
        StopSignals signals = new StopSignals(house, console, exitCode);
        Signal.handle(new Signal("INT"), signal -> signals.arrived());
        Signal.handle(new Signal("TERM"), signal -> signals.arrived());
    }

    /** Never returns: the clean stop that is under way ends the process. */
    public static void awaitExit() {
        while (true) {
            LockSupport.park();
        }
    }

    private void arrived() {
        if (count.incrementAndGet() > 1) {
            console.warn("killing everything");
            house.kill();
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        // what to exit with is decided before the stop changes it
        int code = exitCode.getAsInt();
        Thread thread = new Thread(
                () -> {
                    house.stop();
                    Runtime.getRuntime().exit(code);
                },
                "clean-stop");
        thread.start();
    }
}
