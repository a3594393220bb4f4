package io.storehouse.launcher.commands;

import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.process.RunningProcess;
import io.storehouse.launcher.running.Detached;
import io.storehouse.launcher.running.LauncherLock;
import io.storehouse.launcher.running.Orphans;
import io.storehouse.launcher.terminal.Console;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops everything. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stop everything cleanly; data stays.")
final class DownCommand implements Callable<Integer> {
    private static final Duration WITHIN = Duration.ofMinutes(3);

    @Mixin
    private final Target target = new Target();

    private final Console console;

    DownCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Installation installation = target.any();
        if (!installation.data().exists()) {
            console.line("Nothing to stop: there is no data in "
                    + installation.data().path());
            return 0;
        }
        long from = System.nanoTime();
        Optional<RunningProcess> launcher = LauncherLock.holder(installation.data());
        boolean ended = launcher.map(process -> Detached.stop(process, WITHIN)).orElse(true);
        if (!ended) {
            throw Problem.failed(
                    "Failed to stop the launcher, process " + launcher.get().pid() + ", within " + WITHIN.toSeconds()
                            + " s",
                    "kill -9 " + launcher.get().pid() + ", then ./storehouse down" + installation.options() + " again");
        }
        Orphans orphans = new Orphans(installation.data());
        boolean left = orphans.stopErrands(console) | !orphans.find().isEmpty();
        orphans.stop(console);
        String took = Console.seconds(Duration.ofNanos(System.nanoTime() - from));
        console.line(
                launcher.isEmpty() && !left
                        ? "Nothing runs in " + installation.data().path()
                        : "Stopped in " + took + "; data stays in "
                                + installation.data().path());
        return 0;
    }
}
