package io.storehouse.launcher.commands;

import io.storehouse.launcher.home.Home;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Runs all tests. The script does it without this process; its help is here. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Run all tests and static checks; further arguments go to Maven.")
final class TestCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.current();
        List<String> command =
                new ArrayList<>(List.of(home.path().resolve("mvnw").toString(), "-B", "-ntp", "-T", "2", "verify"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(home.path().toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
