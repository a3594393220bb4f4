package io.storehouse.shop.summary;

import io.storehouse.shop.problems.ShopException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;

/** With which period another is compared. */
enum Comparison {
    /** With as many days directly before it. */
    PREVIOUS,
    /** With the same weekdays before it. */
    WEEK,
    /** With the same dates of the year before. */
    YEAR;

    static Comparison of(String code) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> new ShopException(
                        SummaryError.INVALID_SUMMARY,
                        "Invalid comparison: '" + code + "'; expected one of previous, week, year"));
    }

    /** The day that is compared with a day of the period. */
    LocalDate before(LocalDate day, Period period) {
        return this == YEAR ? day.minusYears(1) : day.minusDays(shift(period));
    }

    /** In SQL, the day of the period with which the day of an earlier document is compared. */
    String after(Period period) {
        return this == YEAR
                ? "least(date_add(d.business_date, interval 1 year), :to)"
                : "date_add(d.business_date, interval " + shift(period) + " day)";
    }

    private long shift(Period period) {
        return this == WEEK ? (period.days() + 6) / 7 * 7 : period.days();
    }

    /** Business dates, both included. */
    record Period(LocalDate from, LocalDate to) {
        private static final int MOST_DAYS = 400;

        Period {
            if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
                throw new ShopException(
                        SummaryError.INVALID_SUMMARY,
                        "Invalid period: from " + from + " to " + to + "; expected 1 to " + MOST_DAYS + " days");
            }
        }

        long days() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }
    }
}
