package io.storehouse.launcher.terminal;

import java.time.Duration;
import java.util.Locale;

/** How far long work has come: a bar on a terminal, a line now and then elsewhere. */
public final class Progress implements AutoCloseable {
    private static final int WIDTH = 28;
    private static final Duration LINE_EVERY = Duration.ofSeconds(15);

    private final Console console;
    private final String what;
    private final long started = System.nanoTime();
    private long lastLine = System.nanoTime();
    private boolean drawn;

    /** Progress of one piece of work. */
    public Progress(Console console, String what) {
        this.console = console;
        this.what = what;
    }

    /**
     * Shows how far it is.
     *
     * @param total 0 when not known yet
     */
    public void update(long done, long total, String note) {
        if (console.terminal()) {
            drawn = true;
            console.redraw("  " + bar(done, total) + " " + what + "  " + note);
            return;
        }
        if (System.nanoTime() - lastLine >= LINE_EVERY.toNanos()) {
            lastLine = System.nanoTime();
            console.line("  … " + what + "  " + percent(done, total) + " " + note);
        }
    }

    /** Time since the beginning. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Ends the line. */
    @Override
    public void close() {
        if (drawn) {
            console.redraw("");
        }
    }

    private static String bar(long done, long total) {
        if (total <= 0) {
            return "[" + " ".repeat(WIDTH) + "]     ";
        }
        int full = (int) (WIDTH * Math.min(done, total) / total);
        return "[" + "█".repeat(full) + "░".repeat(WIDTH - full) + "] " + percent(done, total);
    }

    private static String percent(long done, long total) {
        return total <= 0 ? "" : String.format(Locale.ROOT, "%3d %%", 100 * Math.min(done, total) / total);
    }
}
