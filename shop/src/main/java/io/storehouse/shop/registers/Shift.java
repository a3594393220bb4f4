package io.storehouse.shop.registers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shift as its row says.
 *
 * @param key surrogate key, for tables only
 * @param businessDate of its opening
 * @param gross Σ quantity × unit price of its sales, gift cards left out
 * @param giftCards what gift cards were sold for, less those taken back
 * @param taxAdded the tax that came on top of its sales, less that of its returns
 * @param rounding of its sales, less that of its returns
 * @param counted the cash at the closing; null while it is open
 */
record Shift(
        long key,
        UUID id,
        int registerId,
        String store,
        String register,
        ShiftKind kind,
        String currency,
        LocalDate businessDate,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        BigDecimal openingFloat,
        BigDecimal paidIn,
        BigDecimal paidOut,
        long orders,
        BigDecimal gross,
        BigDecimal discount,
        long returns,
        BigDecimal returned,
        BigDecimal giftCards,
        BigDecimal taxAdded,
        BigDecimal rounding,
        @Nullable BigDecimal counted) {

    boolean isOpen() {
        return closedAt == null;
    }

    /** What one tender took and gave back. */
    record Tender(String tender, BigDecimal sales, BigDecimal tendered, BigDecimal refunds) {}

    /** An open shift of a register. */
    record Open(long key, int registerId, ShiftKind kind, Instant openedAt) {}
}
