package io.storehouse.warehouse;

import io.storehouse.contracts.Settings;
import io.storehouse.warehouse.Quality.Breach;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Builds the warehouse: {@code WarehouseMain --config FILE run|backfill}. Exits 0 when all tables are built and all checks
 * hold, 1 when not, 2 on wrong usage.
 */
public final class WarehouseMain {
    private static final String USAGE = "Usage: WarehouseMain --config FILE run|backfill";

    private WarehouseMain() {}

    /** Runs the command and exits. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs the command and returns the exit code. */
    static int run(String... args) {
        try (Progress progress = new Progress(System.out)) {
            if (args.length != 3 || !args[0].equals("--config")) {
                throw new WarehouseException(WarehouseError.INVALID_USAGE, USAGE);
            }
            return build(settings(args[1]), args[2], progress);
        } catch (WarehouseException e) {
            System.err.println(e.getMessage());
            return e.error().exitCode();
        }
    }

    private static WarehouseSettings settings(String file) {
        try {
            return WarehouseSettings.of(Settings.load(Path.of(file)));
        } catch (IllegalArgumentException e) {
            throw new WarehouseException(WarehouseError.INVALID_USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private static int build(WarehouseSettings settings, String command, Progress progress) {
        if (!command.equals("run") && !command.equals("backfill")) {
            throw new WarehouseException(WarehouseError.INVALID_USAGE, "Invalid command: " + command + "; " + USAGE);
        }
        progress.started("Spark");
        try (RunLock lock = RunLock.take(settings);
                Lake lake = Lake.open(settings)) {
            progress.finished("Spark", 0, "started", Duration.ofMillis((long) (progress.elapsed() * 1000)));
            Models models = Models.load();
            Build build = new Build(lake, models, progress);
            if (command.equals("run")) {
                build.run();
            } else {
                build.backfill();
            }
            if (lake.archive().isEmpty()) {
                return 0;
            }
            int exitCode = check(new Quality(lake, models), progress);
            new ArchiveCompaction(lake, progress).compactIfWorthwhile();
            return exitCode;
        }
    }

    private static int check(Quality quality, Progress progress) {
        progress.started("checks");
        double start = progress.elapsed();
        List<Breach> breaches = quality.breaches();
        progress.finished(
                "checks", breaches.size(), breaches.isEmpty() ? "all hold" : "FAILED", Duration.ofMillis((long)
                        ((progress.elapsed() - start) * 1000)));
        for (Breach breach : breaches) {
            progress.note("FAILED %s: %s: %s".formatted(breach.table(), breach.check(), breach.row()));
        }
        progress.note(String.format(
                Locale.ROOT,
                "Warehouse %s in %.1f s.",
                breaches.isEmpty() ? "is up to date and checked" : "was built but FAILED its checks",
                progress.elapsed()));
        return breaches.isEmpty() ? 0 : 1;
    }
}
