package io.storehouse.launcher.demo;

import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.home.OwnerOnly;
import io.storehouse.launcher.home.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a data directory's demonstration is, decided once: with other dates the same sales would be others.
 *
 * @param shiftWeeks by how many whole weeks the sample's dates are moved
 * @param lastDay of the sample, moved: the day that is replayed
 */
public record DemoPlan(int shiftWeeks, LocalDate lastDay) {
    private static final String FILE = "demo.properties";
    private static final String SHIFT_WEEKS = "shift-weeks";
    private static final String LAST_DAY = "last-day";

    /** Dates as they were recorded. */
    static DemoPlan asRecorded(LocalDate lastDay) {
        return new DemoPlan(0, lastDay);
    }

    /** Dates moved so that the last day is the latest such weekday that is not after today. */
    static DemoPlan endingNow(LocalDate lastDay, LocalDate today) {
        long weeks = Math.max(0, ChronoUnit.WEEKS.between(lastDay, today));
        return new DemoPlan((int) weeks, lastDay.plusWeeks(weeks));
    }

    /** The plan that the data directory has. */
    static Optional<DemoPlan> stored(DataDirectory data) {
        Path file = data.at(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException e) {
            throw Problem.failed("Cannot read " + file + ": " + e.getMessage());
        }
        return Optional.of(new DemoPlan(
                Integer.parseInt(values.getProperty(SHIFT_WEEKS)), LocalDate.parse(values.getProperty(LAST_DAY))));
    }

    void store(DataDirectory data) {
        OwnerOnly.writeProperties(
                data.at(FILE), Map.of(SHIFT_WEEKS, Integer.toString(shiftWeeks), LAST_DAY, lastDay.toString()));
    }
}
