package io.storehouse.shop.stores;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;

/**
 * A store as it is now.
 *
 * @param id surrogate key, for tables only
 */
public record Store(int id, String code, String name, ZoneId timeZone, Currency currency, LocalTime dayStart) {

    /** The business date and local time of an instant; a fact keeps what it was given here. */
    public BusinessTime businessTimeOf(Instant instant) {
        return BusinessTime.of(instant, timeZone, dayStart);
    }
}
