package io.storehouse.shop.registers;

import java.util.Locale;

enum ShiftKind {
    /** Opened by people, with a float. */
    REGULAR,
    /** Opened by a late order whose own shift is closed. */
    RESCUE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ShiftKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
