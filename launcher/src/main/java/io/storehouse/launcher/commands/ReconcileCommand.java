package io.storehouse.launcher.commands;

import io.storehouse.launcher.errands.Errand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Compare till, stream, lake and warehouse, exactly, while orders flow; exits 1 when they differ. The script starts the reports without this process; its help is here. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Compare till, stream, lake and warehouse, exactly, while orders flow; exits 1 when they differ.",
        customSynopsis = "./storehouse reconcile [--json] [--data-dir DIR]")
final class ReconcileCommand implements Callable<Integer> {
    @Mixin
    private final Target target = new Target();

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> all = new ArrayList<>(List.of("reconcile"));
        all.addAll(arguments);
        return Errand.reports(target.existing()).run(all);
    }
}
