package io.storehouse.shop.documents;

import org.jspecify.annotations.Nullable;

/** Which rows of a list come first. */
public enum Sort {
    /** The last. */
    NEWEST("desc", "<"),
    /** The first. */
    OLDEST("asc", ">");

    /** A pattern of the codes, for the API. */
    public static final String CODES = "newest|oldest";

    private final String direction;
    private final String beyond;

    Sort(String direction, String beyond) {
        this.direction = direction;
        this.beyond = beyond;
    }

    /** The one with that code, of {@link #CODES}; the other where there is none. */
    public static Sort of(@Nullable String code, Sort otherwise) {
        if (code == null) {
            return otherwise;
        }
        return code.equals("oldest") ? OLDEST : NEWEST;
    }

    /** {@code asc} or {@code desc}. */
    public String direction() {
        return direction;
    }

    /** The comparison that holds for what comes later in the list. */
    public String beyond() {
        return beyond;
    }
}
