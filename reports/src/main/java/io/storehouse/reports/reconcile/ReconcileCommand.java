package io.storehouse.reports.reconcile;

import io.storehouse.contracts.Settings;
import io.storehouse.reports.cli.ConfigOption;
import io.storehouse.reports.cli.Problem;
import io.storehouse.reports.lake.Duck;
import io.storehouse.reports.lake.Lake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reconcile}: proves that all stations hold the same sales; exit code 1 when they do not. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description =
                "Compare till, lake, live view and warehouse by store and business date, exactly, while orders flow.")
public final class ReconcileCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "print the verdict as JSON")
    private boolean json;

    @Option(
            names = "--timeout",
            defaultValue = "120s",
            converter = Durations.class,
            description = "default ${DEFAULT-VALUE}")
    private Duration timeout = Duration.ofSeconds(120);

    @Override
    public Integer call() throws IOException {
        Settings settings = ConfigOption.load(spec);
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter progress = command.commandLine().getErr();
        Shop shop = Shop.of(settings);
        Path scratch = Files.createTempDirectory("storehouse-reconcile");
        Verdict verdict;
        try (Lake lake = Lake.open(settings);
                Duck duck = Duck.open()) {
            duck.spillTo(scratch);
            verdict = new Reconciliation(shop, lake, duck, new Flink(settings), new Patience(timeout, progress)).run();
        } finally {
            Scratch.delete(scratch);
        }
        publish(shop, verdict, progress);
        print(verdict, command.commandLine().getOut());
        return verdict.exact() ? 0 : DIFFERENT;
    }

    private static void publish(Shop shop, Verdict verdict, PrintWriter err) {
        try {
            shop.publish(verdict.badge());
        } catch (Problem e) {
            err.println("Cannot show the verdict on the live page: " + e.getMessage());
        }
    }

    private void print(Verdict verdict, PrintWriter out) {
        if (!json) {
            verdict.print(out);
            return;
        }
        out.println(verdict.json().toPrettyString());
        out.flush();
    }
}
