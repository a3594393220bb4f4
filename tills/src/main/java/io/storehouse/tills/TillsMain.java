package io.storehouse.tills;

import io.storehouse.contracts.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays tills against a running shop. Exit codes: 0 done, 1 something was refused or failed, 2 usage. */
@Command(
        name = "tills",
        mixinStandardHelpOptions = true,
        description = "Plays tills against a running shop.",
        subcommands = {ReplayCommand.class, SplitCommand.class, LoadCommand.class})
public final class TillsMain implements Runnable {
    @Option(names = "--config", paramLabel = "FILE", description = "Settings: shop.url, shop.token-file.")
    private Path config = Path.of("tills.properties");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new TillsMain())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof IllegalArgumentException) {
                        command.getErr().println(failure.getMessage());
                        return CommandLine.ExitCode.USAGE;
                    }
                    if (failure instanceof ShopUnavailable || failure instanceof IOException) {
                        command.getErr().println(failure.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw failure;
                })
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command: replay, split or load");
    }

    /** The shop of the settings, with the service token; patient for that long while it is away. */
    ShopClient shop(Duration patience) throws IOException {
        Settings settings = Settings.load(config);
        String url = settings.require(Settings.SHOP_URL);
        String tokenFile = settings.require(Settings.SHOP_TOKEN_FILE);
        settings.check();
        String token = Files.readString(Path.of(tokenFile)).strip();
        return new ShopClient(URI.create(url), token, patience);
    }
}
