package io.storehouse.stream.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LiveDaysTest {
    @Test
    void endsADateWhenTheEighthAfterItIsReached() {
        assertThat(LiveDays.endOf("2011-09-22")).isEqualTo(LiveDays.timeOf(LocalDate.parse("2011-09-30")));
        assertThat(LiveDays.endOf("2011-09-23")).isGreaterThan(LiveDays.timeOf(LocalDate.parse("2011-09-30")));
    }

    @Test
    void doesNotFollowAClockThatRunsAhead() {
        assertThat(LiveDays.reachedBy(Sales.sale(0, 0, "2099-01-01", "A", "1")))
                .isEqualTo(LiveDays.timeOf(LocalDate.parse("2026-11-23")));
        assertThat(LiveDays.reachedBy(Sales.sale(0, 0, "2011-09-30", "A", "1")))
                .isEqualTo(LiveDays.timeOf(LocalDate.parse("2011-09-30")));
    }
}
