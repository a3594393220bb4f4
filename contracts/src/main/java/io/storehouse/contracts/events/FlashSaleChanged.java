package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A flash sale was defined, changed, cancelled or ended; it is told as it is now. What its units are held by, and what was won of
 * them, are reservations with events of their own.
 *
 * @param saleId UUID made by the client
 * @param state {@code open}, {@code cancelled} or {@code ended}
 * @param price of a unit
 * @param quota units that it began with
 * @param remaining of them, units that nobody had won
 * @param startsAt the first instant
 * @param endsAt the first instant after
 * @param version of its definition, one more with each change
 */
public record FlashSaleChanged(
        String saleId,
        String name,
        String state,
        String sku,
        BigDecimal price,
        long quota,
        long remaining,
        Instant startsAt,
        Instant endsAt,
        long version) {}
