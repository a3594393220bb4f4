package io.storehouse.reports.cli;

/** Why a command failed, and the exit code that says so. */
public enum ErrorCode {
    /** The command line or its SQL is wrong: the user can mend it. */
    USER(2),
    /** An engine does not answer, or what the command needs is not there yet. */
    EXTERNAL(4),
    /** A defect of this program or of data that only it should have written. */
    INTERNAL(5);

    private final int exitCode;

    ErrorCode(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The process's exit code. */
    public int exitCode() {
        return exitCode;
    }
}
