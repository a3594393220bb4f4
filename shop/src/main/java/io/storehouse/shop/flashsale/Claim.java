package io.storehouse.shop.flashsale;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the database has settled it.
 *
 * @param id also that of the reservation of one that was won
 * @param customer the buyer's code as the claim named it
 * @param reason why it was lost, or null
 * @param payUntil null for one that was lost
 * @param order that paid it, or null
 */
record Claim(
        UUID id,
        long saleKey,
        UUID sale,
        String customer,
        State state,
        @Nullable String reason,
        Instant claimedAt,
        Instant settledAt,
        @Nullable Instant payUntil,
        @Nullable UUID order) {
    static final String SOLD_OUT = "sold-out";
    static final String SECOND = "already-claimed";
    static final String OVER = "over";
    static final String UNKNOWN_BUYER = "unknown-customer";
    /** Its id stands for a reservation, or for a claim of another sale. */
    static final String ID_TAKEN = "id-taken";

    /** What came of a claim, and what Redis calls it. */
    enum State {
        WON("w"),
        LOST("l"),
        PAID("w"),
        EXPIRED("x"),
        /** Not paid in time, and its unit went elsewhere than back to the sale. */
        RELEASED("w");

        private final String inRedis;

        State(String inRedis) {
            this.inRedis = inRedis;
        }

        String inRedis() {
            return inRedis;
        }

        /** The name in tables. */
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State ofCode(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
