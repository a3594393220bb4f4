package io.storehouse.launcher.commands;

import io.storehouse.launcher.errands.Errand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Query the warehouse, read-only. The script starts the reports without this process; its help is here. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Query the warehouse, read-only.",
        customSynopsis = "./storehouse query \"select …\" [--format table|csv|json] | --tables [--data-dir DIR]")
final class QueryCommand implements Callable<Integer> {
    @Mixin
    private final Target target = new Target();

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> all = new ArrayList<>(List.of("query"));
        all.addAll(arguments);
        return Errand.reports(target.existing()).run(all);
    }
}
