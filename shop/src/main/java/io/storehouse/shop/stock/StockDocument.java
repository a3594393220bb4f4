package io.storehouse.shop.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A receipt or adjustment as it was recorded.
 *
 * @param replayed true when it had been recorded before, by the same command
 */
public record StockDocument(
        UUID id, String reference, String store, LocalDate businessDate, Instant recordedAt, boolean replayed) {}
