package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Goods were held for someone, or are held no longer. A reservation that an order consumed ends with the order's moves.
 *
 * @param reservationId UUID made by the client
 * @param reference what it is for
 * @param state {@code open}, {@code released} or {@code expired}
 * @param expiresAt when it ends by itself
 * @param moves of kind {@code reservation} or {@code release}: they change what is reserved by the line's quantity, and nothing
 *     on hand
 */
public record ReservationChanged(
        String reservationId,
        String reference,
        String state,
        Instant expiresAt,
        List<Line> lines,
        List<StockMove> moves) {

    /** One SKU; quantity above 0. */
    public record Line(String sku, BigDecimal quantity) {}
}
