package io.storehouse.shop.customers;

import java.util.Locale;

/** What a customer may consent to. */
public enum Purpose {
    /** Advertising by text message. */
    MARKETING_SMS,
    /** Advertising by e-mail. */
    MARKETING_EMAIL,
    /** Analysis of what the person buys. */
    PROFILING,
    /** A text message for each sale and return of the person; no advertising. */
    RECEIPT_SMS,
    /** An e-mail for each sale and return of the person; no advertising. */
    RECEIPT_EMAIL;

    /** The name in tables, events and HTTP. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
