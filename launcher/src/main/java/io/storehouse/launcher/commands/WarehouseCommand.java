package io.storehouse.launcher.commands;

import io.storehouse.launcher.errands.Warehouse;
import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Builds the warehouse. */
@Command(
        name = "warehouse",
        mixinStandardHelpOptions = true,
        description = "Build the warehouse from all that the shop has committed.")
final class WarehouseCommand implements Callable<Integer> {
    @Mixin
    private final Target target = new Target();

    @Parameters(paramLabel = "run|backfill", description = "run: take in what is new; backfill: all tables anew.")
    private Work work = Work.run;

    /** How much is built. */
    enum Work {
        /** What is new. */
        run,
        /** Everything. */
        backfill
    }

    private final Console console;

    WarehouseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Installation installation = target.existing();
        Running.require(installation);
        Warehouse warehouse = new Warehouse(installation, console);
        switch (work) {
            case run -> warehouse.increment();
            case backfill -> warehouse.backfill();
        }
        return 0;
    }
}
