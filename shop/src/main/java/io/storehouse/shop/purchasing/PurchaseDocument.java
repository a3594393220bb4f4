package io.storehouse.shop.purchasing;

import java.time.Instant;
import java.util.UUID;

/**
 * A command on an order as it was recorded.
 *
 * @param id the command's
 * @param replayed true when it had been recorded before, by the same command
 */
public record PurchaseDocument(
        UUID id, UUID order, String number, String store, Instant recordedAt, boolean replayed) {}
