package io.storehouse.launcher.commands;

import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.running.LauncherLock;
import io.storehouse.launcher.running.Orphans;
import io.storehouse.launcher.terminal.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes the data. */
@Command(name = "reset", mixinStandardHelpOptions = true, description = "Delete all data, logs and secrets.")
final class ResetCommand implements Callable<Integer> {
    @Mixin
    private final Target target = new Target();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    private final Console console;

    ResetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Installation installation = target.existing();
        String path = installation.data().path().toString();
        Orphans orphans = new Orphans(installation.data());
        if (LauncherLock.holder(installation.data()).isPresent()
                || !orphans.find().isEmpty()
                || !orphans.errands().isEmpty()) {
            throw Problem.failed(
                    "Cannot delete " + path + ": it is in use", "./storehouse down" + installation.options());
        }
        if (!yes && !agreed(path)) {
            console.line("Nothing is deleted.");
            return Problem.FAILED;
        }
        installation.data().delete();
        console.fine("deleted " + path);
        return 0;
    }

    private boolean agreed(String path) throws IOException {
        console.line("This deletes all data, logs and secrets in " + path + ". Type yes to go on:");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return "yes".equals(in.readLine());
    }
}
