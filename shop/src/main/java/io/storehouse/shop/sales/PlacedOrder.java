package io.storehouse.shop.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A sale as it was recorded.
 *
 * @param linesTotal Σ line amounts, 4 places
 * @param payable linesTotal + rounding, in the currency's places
 * @param replayed true when it had been recorded before, by the same command
 */
public record PlacedOrder(
        UUID id,
        String number,
        String store,
        LocalDate businessDate,
        BigDecimal linesTotal,
        BigDecimal rounding,
        BigDecimal payable,
        Instant recordedAt,
        boolean replayed) {}
