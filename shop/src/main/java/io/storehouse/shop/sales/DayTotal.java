package io.storehouse.shop.sales;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;

/**
 * A store's business date, summed from the lines themselves, those of gift cards left out.
 *
 * @param orders sales with at least one line
 * @param returns returns with at least one line
 * @param units Σ quantity of sale lines
 * @param gross Σ quantity × unit price of sale lines
 * @param returned Σ quantity × unit price of return lines
 * @param fingerprint Σ of all lines' fingerprints
 */
public record DayTotal(
        String store,
        LocalDate businessDate,
        long orders,
        long returns,
        BigDecimal units,
        BigDecimal gross,
        BigDecimal discount,
        BigDecimal returned,
        BigInteger fingerprint) {

    /** Gross − discount − returned. */
    public BigDecimal net() {
        return gross.subtract(discount).subtract(returned);
    }
}
