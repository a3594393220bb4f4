package io.storehouse.shop.exports;

import org.jspecify.annotations.Nullable;

/** Keeps spreadsheets from running what is only text. */
public final class FormulaEscape {
    private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r";
    private static final char ESCAPE = '\'';

    private FormulaEscape() {}

    /** The cell, with a {@code '} before what a spreadsheet would run, and before one that begins so itself. */
    public static String escape(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return isEscaped(cell) || RUN_BY_SPREADSHEETS.indexOf(cell.charAt(0)) >= 0 ? ESCAPE + cell : cell;
    }

    /** What {@link #escape} was given. */
    public static String unescape(String cell) {
        return isEscaped(cell) ? cell.substring(1) : cell;
    }

    private static boolean isEscaped(String cell) {
        return cell.length() > 1
                && cell.charAt(0) == ESCAPE
                && (RUN_BY_SPREADSHEETS.indexOf(cell.charAt(1)) >= 0 || cell.charAt(1) == ESCAPE);
    }
}
