package io.storehouse.reports.lake;

/** Quoting for DuckDB. */
public final class Sql {
    private Sql() {}

    /** An identifier in double quotes. */
    public static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A text in single quotes. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
