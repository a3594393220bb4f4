package io.storehouse.shop.loyalty;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the points ledger that is to be made.
 *
 * @param customer any code of the person
 * @param part from 0, where the document makes several of a kind
 * @param origin of a claw-back and of points that are restored the order, else null
 * @param points signed, not 0
 * @param amount the money that the points come of, or null
 * @param expiresOn the first date on which they are gone, or null for never
 * @param store or null
 */
record Move(
        String customer,
        MoveKind kind,
        UUID document,
        int part,
        @Nullable UUID origin,
        long points,
        @Nullable BigDecimal amount,
        @Nullable LocalDate expiresOn,
        @Nullable String store,
        LocalDate businessDate,
        Instant occurredAt) {

    Move of(String other) {
        return new Move(
                other, kind, document, part, origin, points, amount, expiresOn, store, businessDate, occurredAt);
    }
}
