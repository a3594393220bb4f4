package io.storehouse.launcher.errands;

import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.terminal.Console;
import java.time.Duration;
import java.util.List;

/** Builds the warehouse from all that the shop has committed. */
public final class Warehouse {
    private final Installation installation;
    private final Console console;

    /** The warehouse of an installation. */
    public Warehouse(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    /** Waits until the lake has everything, then takes in what is new. */
    public void increment() {
        build("run");
    }

    /** Waits until the lake has everything, then builds all tables anew. */
    public void backfill() {
        build("backfill");
    }

    private void build(String command) {
        long from = System.nanoTime();
        Errand.reports(installation)
                .require(
                        List.of("await"),
                        "Failed to wait for the lake: it has not got what the shop committed",
                        "./storehouse status" + installation.options());
        console.tick("lake", Duration.ofNanos(System.nanoTime() - from), "has all that the shop committed");
        long built = System.nanoTime();
        Errand.warehouse(installation)
                .require(
                        List.of(command),
                        "Failed to build the warehouse",
                        "run ./storehouse warehouse " + command + installation.options() + " again");
        console.tick("warehouse", Duration.ofNanos(System.nanoTime() - built), command);
    }
}
