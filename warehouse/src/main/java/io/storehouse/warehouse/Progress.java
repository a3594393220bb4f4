package io.storehouse.warehouse;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prints a line for every step, and a tick every two seconds while one takes longer. */
final class Progress implements BuildListener, AutoCloseable {
    private static final long TICK_SECONDS = 2;

    private final PrintStream out;
    private final long start = System.nanoTime();
    private volatile String current = "";
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    Progress(PrintStream out) {
        this.out = out;
        var unused = ticker.scheduleAtFixedRate(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    private void tick() {
        String step = current;
        if (!step.isEmpty()) {
            line("  … %s, %.0f s since the start", step, elapsed());
        }
    }

    @Override
    public void started(String step) {
        current = step;
    }

    @Override
    public void finished(String step, long rows, String detail, Duration took) {
        current = "";
        line("%-26s %,12d rows  %6.1f s  %s", step, rows, took.toMillis() / 1000.0, detail);
    }

    @Override
    public void note(String text) {
        line("%s", text);
    }

    /** Seconds since the start. */
    double elapsed() {
        return (System.nanoTime() - start) / 1e9;
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
