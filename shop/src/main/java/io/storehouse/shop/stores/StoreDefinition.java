package io.storehouse.shop.stores;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a store is.
 *
 * @param code natural key, at most 64 characters, as people write it
 * @param dayStart local time at which its business date begins
 * @param cashStep to which amounts of cash are rounded, such as 0.05; 4 places; null where the currency's own places do
 * @param taxes how prices and taxes go together
 */
public record StoreDefinition(
        String code,
        String name,
        ZoneId timeZone,
        Currency currency,
        LocalTime dayStart,
        @Nullable BigDecimal cashStep,
        TaxTerms taxes) {

    /** A store that rounds cash as everything else, and whose prices include the tax. */
    public StoreDefinition(String code, String name, ZoneId timeZone, Currency currency, LocalTime dayStart) {
        this(code, name, timeZone, currency, dayStart, null, TaxTerms.DEFAULT);
    }
}
