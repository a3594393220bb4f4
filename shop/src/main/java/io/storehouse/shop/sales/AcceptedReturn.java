package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return as it was recorded.
 *
 * @param linesTotal Σ line amounts, 4 places, positive
 * @param taxAdded the tax that comes on top of it
 * @param payable linesTotal + taxAdded + rounding, in the currency's places
 * @param replayed true when it had been recorded before, by the same command
 */
public record AcceptedReturn(
        UUID id,
        String number,
        String store,
        @Nullable UUID orderId,
        LocalDate businessDate,
        BigDecimal linesTotal,
        BigDecimal taxAdded,
        BigDecimal rounding,
        BigDecimal payable,
        Instant recordedAt,
        boolean replayed) {

    /** Answers that were kept before there were taxes have none. */
    public AcceptedReturn {
        taxAdded = taxAdded == null ? BigDecimal.ZERO.setScale(Decimals.MONEY_PLACES) : taxAdded;
    }
}
