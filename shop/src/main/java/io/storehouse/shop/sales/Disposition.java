package io.storehouse.shop.sales;

import java.util.Locale;

/** What becomes of a thing that came back. */
public enum Disposition {
    /** Back on the shelf: stock grows. */
    SELLABLE,
    /** Written off: stock does not change. */
    DAMAGED;

    /** The name in tables, events and HTTP. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
