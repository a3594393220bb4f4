package io.storehouse.shop.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return as it was recorded.
 *
 * @param linesTotal Σ line amounts, 4 places, positive
 * @param payable linesTotal + rounding, in the currency's places
 * @param replayed true when it had been recorded before, by the same command
 */
public record AcceptedReturn(
        UUID id,
        String number,
        String store,
        @Nullable UUID orderId,
        LocalDate businessDate,
        BigDecimal linesTotal,
        BigDecimal rounding,
        BigDecimal payable,
        Instant recordedAt,
        boolean replayed) {}
