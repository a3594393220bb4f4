package io.storehouse.launcher.commands;

import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.services.Services;
import io.storehouse.launcher.supervision.LogFile;
import io.storehouse.launcher.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of a log. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Show the log of a service.")
final class LogsCommand implements Callable<Integer> {
    private static final long LOOK_EVERY = Duration.ofMillis(300).toNanos();

    @Mixin
    private final Target target = new Target();

    @Parameters(
            paramLabel = "SERVICE",
            description = "launcher, mariadb, redis, kafka, connect, flink, shop, replica, warehouse.")
    private String service = "";

    @Option(names = "-f", description = "Go on as lines are added, until Ctrl-C.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "100", description = "How many (${DEFAULT-VALUE}).")
    private int lines;

    private final Console console;

    LogsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<String> known = new ArrayList<>(Services.KNOWN);
        known.addAll(List.of("launcher", "warehouse"));
        if (!known.contains(service)) {
            throw Problem.usage("Invalid service: " + service, "name one of " + String.join(", ", known));
        }
        Installation installation = target.existing();
        Path path = installation.data().log(service);
        if (!Files.exists(path) && !follow) {
            throw Problem.missing("Cannot find " + path, "it appears at the first start of " + service);
        }
        LogFile log = new LogFile(path);
        log.lastLines(lines).forEach(console::line);
        if (follow) {
            log.follow(text -> console.line(text.stripTrailing()), () -> {
                LockSupport.parkNanos(LOOK_EVERY);
                return true;
            });
        }
        return 0;
    }
}
