package io.storehouse.shop.transfer;

import org.jspecify.annotations.Nullable;

/** Why a row is not taken. Its text names columns and rules and never repeats what the row says, for that may be personal. */
public final class RowProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String column;
    private final String code;

    /**
     * A problem.
     *
     * @param column where, or null for the row as a whole
     * @param code for programs, for example {@code missing-value}
     * @param reason for people, at most 255 characters
     */
    public RowProblem(@Nullable String column, String code, String reason) {
        super(reason, null, false, false);
        this.column = column;
        this.code = code;
    }

    /** Where, or null for the row as a whole. */
    public @Nullable String column() {
        return column;
    }

    /** For programs. */
    public String code() {
        return code;
    }

    /** For people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
