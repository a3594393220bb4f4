package io.storehouse.launcher.home;

import java.util.List;

/** What a person can do something about: a cause, the ways out and the exit code. */
public final class Problem extends RuntimeException {
    /** Exit code: it ran and failed, or what it compared differs. */
    public static final int FAILED = 1;
    /** Exit code: the command line was wrong. */
    public static final int USAGE = 2;
    /** Exit code: a port is taken. */
    public static final int PORT_TAKEN = 3;
    /** Exit code: something needed is missing. */
    public static final int MISSING = 4;

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient List<String> waysOut;

    /** A problem with its exit code and ways out, the best first. */
    public Problem(int exitCode, String message, List<String> waysOut) {
        super(message);
        this.exitCode = exitCode;
        this.waysOut = List.copyOf(waysOut);
    }

    /** Something failed. */
    public static Problem failed(String message, String... waysOut) {
        return new Problem(FAILED, message, List.of(waysOut));
    }

    /** The command line cannot be obeyed. */
    public static Problem usage(String message, String... waysOut) {
        return new Problem(USAGE, message, List.of(waysOut));
    }

    /** Something is not there. */
    public static Problem missing(String message, String... waysOut) {
        return new Problem(MISSING, message, List.of(waysOut));
    }

    /** What the command exits with. */
    public int exitCode() {
        return exitCode;
    }

    /** What to do next, the best first. */
    public List<String> waysOut() {
        return waysOut;
    }
}
