package io.storehouse.shop.purchasing;

import java.util.Locale;

/** Where an order stands. */
public enum OrderState {
    /** May still be revised. */
    DRAFT,
    /** Waits for approval. */
    SUBMITTED,
    /** Sent to the supplier; its goods are awaited. */
    APPROVED,
    /** Some of its goods came in, the rest is awaited. */
    PARTLY_RECEIVED,
    /** All of its goods came in. */
    RECEIVED,
    /** Some of its goods came in, and the rest is not awaited any more. */
    CLOSED,
    /** None of its goods will come. */
    CANCELLED;

    /** The name in tables, events and the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OrderState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    boolean isAwaited() {
        return this == APPROVED || this == PARTLY_RECEIVED;
    }
}
