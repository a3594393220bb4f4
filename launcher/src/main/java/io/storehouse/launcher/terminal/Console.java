package io.storehouse.launcher.terminal;

import io.storehouse.launcher.home.Problem;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Writes for people: results on standard output, problems on standard error; colours on a terminal only. */
public final class Console {
    private static final String GREEN = "32";
    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String BOLD = "1";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final boolean colours;

    /** A console on those streams. */
    public Console(PrintStream out, PrintStream err, boolean terminal, boolean colours) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.colours = colours;
    }

    /** This process's: the {@code storehouse} script says whether it is a terminal. */
    public static Console system() {
        boolean terminal = Boolean.getBoolean("storehouse.terminal");
        String noColor = System.getenv("NO_COLOR");
        return new Console(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                terminal,
                terminal && (noColor == null || noColor.isEmpty()));
    }

    /** Whether a person watches and lines may be redrawn. */
    public boolean terminal() {
        return terminal;
    }

    /** A plain line. */
    public synchronized void line(String text) {
        out.println(text);
    }

    /** A heading. */
    public void heading(String text) {
        line(paint(BOLD, text));
    }

    /** Something done, and how long it took. */
    public void tick(String what, Duration took, String note) {
        line("  %s %-10s %7s%s".formatted(paint(GREEN, "✓"), what, seconds(took), note.isEmpty() ? "" : "  " + note));
    }

    /** Something found in order. */
    public void fine(String what) {
        line("  " + paint(GREEN, "✓") + " " + what);
    }

    /** Something that needs care, on standard error. */
    public synchronized void warn(String what) {
        err.println("  " + paint(YELLOW, "!") + " " + what);
    }

    /** Something that went wrong, on standard error. */
    public synchronized void wrong(String what) {
        err.println("  " + paint(RED, "✗") + " " + what);
    }

    /** A line on standard error as it is. */
    public synchronized void detail(String text) {
        err.println(text);
    }

    /** A cause and the ways out, on standard error. */
    public synchronized void problem(Problem problem) {
        err.println(paint(RED, "✗") + " " + problem.getMessage());
        problem.waysOut().forEach(way -> err.println("  → " + way));
    }

    /** Names and values below each other. */
    public void table(Map<String, String> rows) {
        int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        rows.forEach((name, value) -> line("  " + name + " ".repeat(width - name.length()) + "  " + value));
    }

    /** Replaces the line being drawn; only for a terminal. */
    synchronized void redraw(String text) {
        out.print("\r\u001b[K" + text);
        out.flush();
    }

    /** A duration as people read it. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private String paint(String colour, String text) {
        return colours ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
