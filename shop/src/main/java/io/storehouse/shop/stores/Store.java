package io.storehouse.shop.stores;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A store as it is now.
 *
 * @param id surrogate key, for tables only
 * @param cashStep to which amounts of cash are rounded, such as 0.05; null where the currency's own places do
 * @param taxes how prices and taxes go together
 */
public record Store(
        int id,
        String code,
        String name,
        ZoneId timeZone,
        Currency currency,
        LocalTime dayStart,
        @Nullable BigDecimal cashStep,
        TaxTerms taxes) {

    /** The business date and local time of an instant; a fact keeps what it was given here. */
    public BusinessTime businessTimeOf(Instant instant) {
        return BusinessTime.of(instant, timeZone, dayStart);
    }
}
