package io.storehouse.shop.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** The first week of the shipped sample, 2010-12-01 to 2010-12-07. */
final class SampleWeek {
    static final int ROWS = 16_985;

    private static final Path MONTH = Path.of("..", "samples", "online-retail", "2010-12.csv.gz");
    private static final Pattern DATE = Pattern.compile(",(2010-12-\\d\\d) \\d\\d:\\d\\d:\\d\\d,");

    private SampleWeek() {}

    static byte[] whole() {
        return days("2010-12-01", "2010-12-07");
    }

    /** The rows of those days, with the header. */
    static byte[] days(String first, String last) {
        Predicate<String> wanted = line -> {
            Matcher date = DATE.matcher(line);
            return !date.find()
                    || (date.group(1).compareTo(first) >= 0 && date.group(1).compareTo(last) <= 0);
        };
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(MONTH)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(wanted)
                    .collect(Collectors.joining("\n", "", "\n"))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
