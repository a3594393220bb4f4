package io.storehouse.formats;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What identifies and dates a document.
 *
 * @param id UUIDv5 of (source, invoice, kind), so that import and replay of one invoice are one document
 * @param invoice as the file calls it, upper case
 * @param store the store's code
 * @param customer the customer's code, or null
 * @param localTime the earliest of its rows, shifted, by the clock of the store
 * @param occurredAt the instant of {@code localTime}
 * @param contentHash SHA-256 over what its rows say, unshifted; 64 hexadecimal digits
 */
public record DocumentHead(
        UUID id,
        String invoice,
        String store,
        @Nullable String customer,
        LocalDateTime localTime,
        Instant occurredAt,
        String contentHash) {}
