package io.storehouse.shop.loyalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;

/** What customers have bought, known to those who sell. */
public interface PurchaseHistory {
    /**
     * What each code spent in the months up to a date: Σ sales − Σ returns, net of discounts, each by its own business date, in
     * one statement. A return counts for who bought.
     *
     * @param upTo codes as they stand in facts, each with the last business date that counts
     * @param months the first date that counts is the day after the last one that many months ago
     * @return by code; nothing of a code that bought nothing
     */
    Map<String, BigDecimal> spent(Map<String, LocalDate> upTo, Currency currency, int months);
}
