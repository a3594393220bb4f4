package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A register's shift was counted and closed: its Z report.
 *
 * @param shiftId UUID
 * @param register the register's code, which is its till's
 * @param kind {@code regular} or {@code rescue}
 * @param currency ISO 4217
 * @param gross Σ quantity × unit price of the sales, without gift cards
 * @param discount Σ line discounts of the sales
 * @param returned Σ line amounts of the returns, without gift cards
 * @param rounding of the sales, less that of the returns
 * @param tenders by tender; Σ sales − Σ refunds = gross − discount − returned + giftCards + taxAdded + rounding
 * @param cash how the drawer adds up
 * @param taxAdded the tax that came on top of the sales, less that of the returns; null in events of before there were taxes
 * @param giftCards what gift cards were sold for, less those taken back, in neither gross nor returned; null in events of
 *     before it was told apart, whose gross and returned hold them
 */
public record ShiftClosed(
        String shiftId,
        String register,
        String kind,
        Instant openedAt,
        String currency,
        long orders,
        long returns,
        BigDecimal gross,
        BigDecimal discount,
        BigDecimal returned,
        BigDecimal rounding,
        List<Tender> tenders,
        Cash cash,
        @Nullable BigDecimal taxAdded,
        @Nullable BigDecimal giftCards) {

    /** What a tender took and gave back. */
    public record Tender(String tender, BigDecimal sales, BigDecimal refunds) {}

    /**
     * The drawer.
     *
     * @param sales cash that was handed over, before the change
     * @param expected openingFloat + sales − change − refunds + paidIn − paidOut
     * @param difference counted − expected
     */
    public record Cash(
            BigDecimal openingFloat,
            BigDecimal sales,
            BigDecimal change,
            BigDecimal refunds,
            BigDecimal paidIn,
            BigDecimal paidOut,
            BigDecimal expected,
            BigDecimal counted,
            BigDecimal difference) {}
}
