package io.storehouse.launcher.commands;

import io.storehouse.launcher.errands.Import;
import io.storehouse.launcher.errands.ShopClient;
import io.storehouse.launcher.errands.Warehouse;
import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.terminal.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files of sales. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Import sales in the Online Retail format (csv, csv.gz), then take them into the warehouse.")
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private final Target target = new Target();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files; their order makes no difference.")
    private List<Path> files = List.of();

    @Option(names = "--shift-weeks", paramLabel = "N", description = "Move all dates by N whole weeks.")
    private int shiftWeeks;

    @Option(names = "--no-wait", description = "Leave out the warehouse: return when the shop has everything.")
    private boolean noWait;

    private final Console console;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Installation installation = target.existing();
        Running.require(installation);
        new Import(new ShopClient(installation), console).run(files, shiftWeeks);
        if (!noWait) {
            new Warehouse(installation, console).increment();
        }
        return 0;
    }
}
