package io.storehouse.shop.pricing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rule does, in the order in which rules act. */
public enum RuleKind {
    /** A lower unit price. */
    FLASH_PRICE,
    /** A percentage off a line. */
    PERCENTAGE,
    /** So much off when so much is spent (满减). */
    SPEND_AND_SAVE,
    /** What a coupon takes. */
    COUPON,
    /** What the customer's points pay; not defined by anyone. */
    POINTS,
    /** Cheaper or free freight when so much is spent. */
    FREIGHT,
    /** Points that the cart earns; takes nothing. */
    POINTS_EARNED,
    /** What a till took while it was offline; not defined by anyone. */
    TILL;

    /** The name in tables, events and HTTP. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with that code. */
    public static Optional<RuleKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    boolean definable() {
        return this != POINTS && this != TILL;
    }
}
