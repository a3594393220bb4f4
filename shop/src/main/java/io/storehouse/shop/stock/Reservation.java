package io.storehouse.shop.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A reservation as it is.
 *
 * @param key the surrogate key, for tables only
 * @param store the store's code
 * @param state {@code open}, {@code released}, {@code expired}, {@code consumed} or {@code held}
 */
record Reservation(
        long key,
        UUID id,
        String reference,
        int storeId,
        String store,
        String state,
        Instant occurredAt,
        Instant recordedAt,
        LocalDate businessDate,
        Instant expiresAt,
        List<Line> lines) {
    static final String OPEN = "open";
    static final String RELEASED = "released";
    static final String EXPIRED = "expired";
    static final String CONSUMED = "consumed";
    /** Kept by another feature, which passes it on in parts. */
    static final String HELD = "held";

    record Line(String sku, BigDecimal quantity) {}

    /** The moves that end it. */
    DocumentMoves release(Instant at, LocalDate date) {
        DocumentMoves moves = DocumentMoves.of(key, storeId, "release").at(at, date);
        lines.forEach(line -> moves.reserve(line.sku(), line.quantity().negate()));
        return moves;
    }
}
