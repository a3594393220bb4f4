package io.storehouse.shop.summary;

import io.storehouse.shop.problems.ShopException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the rows of a summary are about. */
enum Grouping {
    /** Everything of a currency; the totals. */
    ALL("''", "''", true),
    /** The hour of the store's clock, {@code 00} to {@code 23}. */
    HOUR("lpad(hour(d.business_time), 2, '0')", "''", true),
    /** The business date. */
    DAY("cast(d.day as char)", "''", true),
    /** The store's code. */
    STORE("s.code", "s.name", true),
    /** Who sold or took back: who was logged in, else who opened the till's shift; none where nobody knows. */
    STAFF("coalesce(d.staff, h.opened_by, '')", "''", true),
    /** The category in which the product is now; none where it has none. */
    CATEGORY("coalesce(p.category, '')", "coalesce(c.name, '')", false);

    private final String key;
    private final String title;
    private final boolean ofDocuments;

    Grouping(String key, String title, boolean ofDocuments) {
        this.key = key;
        this.title = title;
        this.ofDocuments = ofDocuments;
    }

    static Grouping of(String code) {
        return Arrays.stream(values())
                .filter(grouping -> grouping != ALL && grouping.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ShopException(
                        SummaryError.INVALID_SUMMARY,
                        "Invalid grouping: '" + code + "'; expected one of "
                                + Arrays.stream(values())
                                        .filter(grouping -> grouping != ALL)
                                        .map(Grouping::code)
                                        .collect(Collectors.joining(", "))));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In SQL, of a document {@code d}, its store {@code s}, its shift {@code h}, and of its line's product {@code p}. */
    String key() {
        return key;
    }

    /** In SQL, as {@link #key}. */
    String title() {
        return title;
    }

    /** Whether a document falls to one row as a whole; else its lines do, and nobody can say what was rounded and paid. */
    boolean ofDocuments() {
        return ofDocuments;
    }

    /** Whether time is the order of its rows; else the rank is. */
    boolean inTime() {
        return this == HOUR || this == DAY;
    }
}
