package io.storehouse.shop.transfer;

import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param problem why it was refused, or null
 */
public record Outcome(Kind kind, @Nullable RowProblem problem) {
    /** What was not there is there now. */
    public static final Outcome ADDED = new Outcome(Kind.ADDED, null);
    /** What was there is different now. */
    public static final Outcome CHANGED = new Outcome(Kind.CHANGED, null);
    /** Everything was so already. */
    public static final Outcome UNCHANGED = new Outcome(Kind.UNCHANGED, null);

    /** What can become of a row. */
    public enum Kind {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /** The row was not taken. */
    public static Outcome refused(RowProblem problem) {
        return new Outcome(Kind.REFUSED, problem);
    }
}
