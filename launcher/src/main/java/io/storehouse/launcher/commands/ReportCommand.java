package io.storehouse.launcher.commands;

import io.storehouse.launcher.errands.Errand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Report on sales. The script starts the reports without this process; its help is here. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Report on sales.",
        customSynopsis = "./storehouse report --from DATE --to DATE [--format html|xlsx|json] [--data-dir DIR]")
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private final Target target = new Target();

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> all = new ArrayList<>(List.of("report"));
        all.addAll(arguments);
        return Errand.reports(target.existing()).run(all);
    }
}
