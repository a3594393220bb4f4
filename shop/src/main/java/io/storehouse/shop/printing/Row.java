package io.storehouse.shop.printing;

/**
 * One row.
 *
 * @param left may be empty
 * @param right may be empty
 */
public record Row(Style style, String left, String right) {
    /** How a row looks. */
    public enum Style {
        /** In the middle, bold. */
        HEADING,
        /** In the middle. */
        CENTRE,
        /** Left and right. */
        PLAIN,
        /** Left and right, bold. */
        STRONG,
        /** A line across. */
        RULE
    }

    /** Text in the middle, bold. */
    public static Row heading(String text) {
        return new Row(Style.HEADING, text, "");
    }

    /** Text in the middle. */
    public static Row centre(String text) {
        return new Row(Style.CENTRE, text, "");
    }

    /** Texts at both edges. */
    public static Row plain(String left, String right) {
        return new Row(Style.PLAIN, left, right);
    }

    /** Texts at both edges, bold. */
    public static Row strong(String left, String right) {
        return new Row(Style.STRONG, left, right);
    }

    /** A line across. */
    public static Row rule() {
        return new Row(Style.RULE, "", "");
    }
}
