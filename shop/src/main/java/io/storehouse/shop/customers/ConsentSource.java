package io.storehouse.shop.customers;

import java.util.Locale;

/** Where a customer said yes or no; a closed list, so that nothing personal stands in it. */
enum ConsentSource {
    TILL,
    WEB,
    APP,
    PAPER,
    PHONE,
    EMAIL,
    IMPORT,
    /** Withdrawn because the person asked to be forgotten. */
    ERASURE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
