package io.storehouse.shop.stores;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The store's date of business and its wall clock, to the minute.
 *
 * @param date the latest date whose day start is not after the instant
 * @param time local wall clock
 */
public record BusinessTime(LocalDate date, LocalTime time) {

    /** A day start within a DST gap shifts forward by the gap; within an overlap it is the earlier of the two. */
    static BusinessTime of(Instant instant, ZoneId zone, LocalTime dayStart) {
        ZonedDateTime local = instant.atZone(zone);
        LocalDate date = local.toLocalDate();
        boolean begun = !ZonedDateTime.ofLocal(LocalDateTime.of(date, dayStart), zone, null)
                .toInstant()
                .isAfter(instant);
        return new BusinessTime(
                begun ? date : date.minusDays(1), local.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
    }
}
