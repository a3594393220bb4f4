package io.storehouse.formats;

import java.util.Locale;

/** What a row of a sales file becomes a line of. */
public enum DocumentKind {
    SALE,
    RETURN,
    ADJUSTMENT;

    /** The lower-case name, for example {@code sale}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
