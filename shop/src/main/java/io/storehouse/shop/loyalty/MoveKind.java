package io.storehouse.shop.loyalty;

import java.util.Locale;

/** What moved points. */
enum MoveKind {
    /** By a sale. */
    EARN,
    /** Spent. */
    REDEEM,
    /** A redemption undone. */
    CANCEL,
    /** Paid with in a sale. */
    SPEND,
    /** Paid with in a sale of a till that could not ask: what is not there is a debt. */
    SPEND_OFFLINE,
    /** Paid with, and back by a return. */
    RESTORE,
    /** By a return. */
    CLAW_BACK,
    /** No longer valid. */
    EXPIRE,
    /** To who the member is now. */
    MERGE_OUT,
    /** From who turned out to be the member. */
    MERGE_IN;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it may take only what is there. */
    boolean guarded() {
        return this == REDEEM || this == SPEND || this == EXPIRE;
    }
}
