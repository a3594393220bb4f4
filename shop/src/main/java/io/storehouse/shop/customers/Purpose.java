package io.storehouse.shop.customers;

import java.util.Locale;

/** What a customer may consent to. */
public enum Purpose {
    /** Advertising by text message. */
    MARKETING_SMS,
    /** Advertising by e-mail. */
    MARKETING_EMAIL,
    /** Analysis of what the person buys. */
    PROFILING;

    /** The name in tables, events and HTTP. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
