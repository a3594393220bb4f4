package io.storehouse.reports.reconcile;

import io.storehouse.contracts.Settings;
import io.storehouse.reports.cli.ConfigOption;
import io.storehouse.reports.lake.Duck;
import io.storehouse.reports.lake.Lake;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code await}: returns when everything that the shop had committed is in the lake. */
@Command(
        name = "await",
        mixinStandardHelpOptions = true,
        description = "Wait until all that the shop has committed so far is archived.")
public final class AwaitCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--timeout",
            defaultValue = "120s",
            converter = Durations.class,
            description = "default ${DEFAULT-VALUE}")
    private Duration timeout = Duration.ofSeconds(120);

    @Override
    public Integer call() {
        Settings settings = ConfigOption.load(spec);
        PrintWriter progress = Objects.requireNonNull(spec).commandLine().getErr();
        Patience patience = new Patience(timeout, progress);
        try (Lake lake = Lake.open(settings);
                Duck duck = Duck.open()) {
            TillCut cut = Shop.of(settings).cut();
            new ArchiveWatch(lake, duck, new Flink(settings)).awaitMarks(cut, patience);
            progress.println("Archived up to " + cut.position() + " after "
                    + patience.elapsed().toMillis() / 100 / 10.0 + " s");
        }
        return 0;
    }
}
