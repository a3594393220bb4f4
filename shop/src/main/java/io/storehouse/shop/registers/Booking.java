package io.storehouse.shop.registers;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a sale or a return adds to its shift. Amounts are positive for both.
 *
 * @param shift as {@link ShiftBook#assign} gave it
 * @param gross Σ quantity × unit price, gift cards left out
 * @param giftCards what gift cards were sold for, or taken back for
 * @param taxAdded the tax that came on top
 * @param rounding of the document; may be negative
 */
public record Booking(
        long shift,
        Kind kind,
        BigDecimal gross,
        BigDecimal discount,
        BigDecimal giftCards,
        BigDecimal taxAdded,
        BigDecimal rounding,
        List<Amount> amounts) {

    /** Brings the parts into their form. */
    public Booking {
        amounts = List.copyOf(amounts);
    }

    /** Which way goods and money went. */
    public enum Kind {
        /** Money came in. */
        SALE,
        /** Money went out. */
        RETURN
    }

    /**
     * Money of one tender.
     *
     * @param amount what the document took or gave
     * @param tendered what was handed over: the amount and its change
     */
    public record Amount(String tender, BigDecimal amount, BigDecimal tendered) {}
}
