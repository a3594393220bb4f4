package io.storehouse.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.launcher.home.DataDirectory;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPlanTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2011-09-30");

    @Test
    void movesTheLastDayToTheLatestSuchWeekday() {
        DemoPlan onSunday = DemoPlan.endingNow(FRIDAY, LocalDate.parse("2026-11-22"));
        DemoPlan onFriday = DemoPlan.endingNow(FRIDAY, LocalDate.parse("2026-11-27"));

        assertThat(onSunday.lastDay()).isEqualTo(LocalDate.parse("2026-11-20"));
        assertThat(onFriday.lastDay()).isEqualTo(LocalDate.parse("2026-11-27"));
        assertThat(FRIDAY.plusWeeks(onSunday.shiftWeeks())).isEqualTo(onSunday.lastDay());
    }

    @Test
    void isDecidedOnce(@TempDir Path directory) {
        DataDirectory data = new DataDirectory(directory.resolve("data")).create();
        assertThat(DemoPlan.stored(data)).isEmpty();
        DemoPlan plan = DemoPlan.asRecorded(FRIDAY);

        plan.store(data);

        assertThat(DemoPlan.stored(data)).contains(plan);
    }
}
