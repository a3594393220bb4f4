package io.storehouse.shop.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessTimeTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        // an ordinary day
        "2026-03-02T10:15:59Z, 00:00, 2026-03-02, 10:15",
        // British summer time is one hour ahead
        "2026-06-30T23:30:00Z, 00:00, 2026-07-01, 00:30",
        // before the day starts it is still yesterday
        "2026-03-02T03:59:59Z, 04:00, 2026-03-01, 03:59",
        "2026-03-02T04:00:00Z, 04:00, 2026-03-02, 04:00",
        // 01:30 does not exist on 29 March: the day starts at 02:30 summer time, 01:30Z
        "2026-03-29T01:29:59Z, 01:30, 2026-03-28, 02:29",
        "2026-03-29T01:30:00Z, 01:30, 2026-03-29, 02:30",
        // 01:30 comes twice on 25 October: the day starts with the earlier, 00:30Z
        "2026-10-25T00:29:59Z, 01:30, 2026-10-24, 01:29",
        "2026-10-25T00:30:00Z, 01:30, 2026-10-25, 01:30",
        "2026-10-25T01:15:00Z, 01:30, 2026-10-25, 01:15"
    })
    void decidesTheBusinessDate(Instant at, LocalTime dayStart, LocalDate date, LocalTime time) {
        assertThat(BusinessTime.of(at, LONDON, dayStart)).isEqualTo(new BusinessTime(date, time));
    }

    @Test
    void startsAfterTheGapWhereMidnightDoesNotExist() {
        // Beirut skipped 00:00 to 01:00 on 26 March 2023
        ZoneId beirut = ZoneId.of("Asia/Beirut");
        assertThat(BusinessTime.of(Instant.parse("2023-03-25T21:59:59Z"), beirut, LocalTime.MIDNIGHT)
                        .date())
                .isEqualTo(LocalDate.of(2023, 3, 25));
        assertThat(BusinessTime.of(Instant.parse("2023-03-25T22:00:00Z"), beirut, LocalTime.MIDNIGHT)
                        .date())
                .isEqualTo(LocalDate.of(2023, 3, 26));
    }
}
