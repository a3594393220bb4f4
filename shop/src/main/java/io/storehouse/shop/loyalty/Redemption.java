package io.storehouse.shop.loyalty;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Points that were spent.
 *
 * @param customer whose account they left: the code after merges
 * @param value what they are worth, in the store's currency and its places, rounded down
 * @param replayed true when it had been recorded before, by the same command
 */
public record Redemption(
        UUID id,
        String store,
        String customer,
        long points,
        BigDecimal value,
        String currency,
        LocalDate businessDate,
        Instant recordedAt,
        boolean replayed) {}
