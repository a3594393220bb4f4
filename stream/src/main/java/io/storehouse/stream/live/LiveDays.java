package io.storehouse.stream.live;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * For how long a business date has figures below the day: while it is among the {@value #DAYS} newest. Event time in the
 * live job is the newest business date at 00:00 UTC.
 */
final class LiveDays {
    /** The newest business date and the seven before it. */
    static final int DAYS = 8;

    private LiveDays() {}

    /** The event time of a business date. */
    static long timeOf(LocalDate businessDate) {
        return businessDate.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** The event time at which the minutes and top SKUs of a business date end. */
    static long endOf(String businessDate) {
        return timeOf(LocalDate.parse(businessDate).plusDays(DAYS));
    }

    /**
     * How far a document moves event time: to its business date, but not beyond the day after it was recorded, so that one
     * till with a wrong clock does not end the days of all others.
     */
    static long reachedBy(SaleDocument document) {
        LocalDate trusted =
                LocalDate.ofInstant(document.recordedAt(), ZoneOffset.UTC).plusDays(1);
        LocalDate claimed = LocalDate.parse(document.businessDate());
        return timeOf(claimed.isAfter(trusted) ? trusted : claimed);
    }
}
