package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A sale as it was recorded.
 *
 * @param linesTotal Σ line amounts, 4 places
 * @param taxAdded the tax that comes on top of it
 * @param payable linesTotal + taxAdded + rounding, in the currency's places
 * @param replayed true when it had been recorded before, by the same command
 */
public record PlacedOrder(
        UUID id,
        String number,
        String store,
        LocalDate businessDate,
        BigDecimal linesTotal,
        BigDecimal taxAdded,
        BigDecimal rounding,
        BigDecimal payable,
        Instant recordedAt,
        boolean replayed) {

    /** Answers that were kept before there were taxes have none. */
    public PlacedOrder {
        taxAdded = taxAdded == null ? BigDecimal.ZERO.setScale(Decimals.MONEY_PLACES) : taxAdded;
    }
}
