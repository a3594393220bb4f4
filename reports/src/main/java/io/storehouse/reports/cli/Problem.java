package io.storehouse.reports.cli;

import org.jspecify.annotations.Nullable;

/** A failure whose message is written for the person at the terminal: what is wrong, and the way out. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    private Problem(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The user's own mistake. */
    public static Problem user(String message) {
        return new Problem(ErrorCode.USER, message, null);
    }

    /** An engine that is down, or something missing that another command makes. */
    public static Problem external(String message, @Nullable Throwable cause) {
        return new Problem(ErrorCode.EXTERNAL, message, cause);
    }

    /** A defect. */
    public static Problem internal(String message, Throwable cause) {
        return new Problem(ErrorCode.INTERNAL, message, cause);
    }

    /** Which kind of failure. */
    public ErrorCode code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
