package io.storehouse.shop.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * A yes or a no as it was recorded.
 *
 * @param customer the code it was recorded with
 * @param purpose the code of a {@link Purpose}
 * @param source where it was said
 * @param replayed true when it had been recorded before, by the same command
 */
record Consent(
        UUID id,
        String customer,
        String purpose,
        boolean granted,
        String source,
        Instant occurredAt,
        Instant recordedAt,
        boolean replayed) {}
