package io.storehouse.shop.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A reservation as it was recorded.
 *
 * @param expiresAt when it ends by itself, unless it was released or consumed before
 * @param replayed true when it had been recorded before, by the same command
 */
public record ReservedStock(
        UUID id,
        String reference,
        String store,
        LocalDate businessDate,
        Instant recordedAt,
        Instant expiresAt,
        boolean replayed) {}
