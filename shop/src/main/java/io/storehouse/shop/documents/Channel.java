package io.storehouse.shop.documents;

import java.util.Locale;

/** How a document came into the shop. */
public enum Channel {
    /** Over HTTP, from a till or another client. */
    TILL,
    /** From an imported file. */
    IMPORT;

    /** The name in tables and events. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel with that code. */
    public static Channel ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
