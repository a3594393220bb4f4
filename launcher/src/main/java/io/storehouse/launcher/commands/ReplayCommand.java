package io.storehouse.launcher.commands;

import io.storehouse.launcher.errands.Errand;
import io.storehouse.launcher.home.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Plays tills. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Replay sales over HTTP as tills would make them.",
        customSynopsis = "./storehouse replay FILE… [--speed ORDERS_PER_SECOND] [--shift-weeks N] [--data-dir DIR]")
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private final Target target = new Target();

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        Installation installation = target.existing();
        Running.require(installation);
        List<String> all = new ArrayList<>(List.of("replay"));
        all.addAll(arguments);
        return Errand.tills(installation).run(all);
    }
}
