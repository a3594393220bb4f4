package io.storehouse.reports.analysis;

/**
 * A column of a section.
 *
 * @param kind how its values are written
 */
record Column(Label title, Kind kind) {

    /** How values are written. */
    enum Kind {
        TEXT,
        DATE,
        COUNT,
        QUANTITY,
        MONEY,
        RATE
    }

    static Column of(String en, String zh, Kind kind) {
        return new Column(new Label(en, zh), kind);
    }
}
