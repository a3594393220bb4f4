package io.storehouse.shop.pricing;

import java.util.Locale;

/** What promotions may do with a line. */
public enum LineKind {
    /** Goods and services: everything but freight rules. */
    GOODS,
    /** Freight: freight rules only. */
    FREIGHT,
    /** A gift card at its face value: nothing. */
    GIFT_CARD;

    /** The name in HTTP. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
