package io.storehouse.launcher.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The first week of the sample, its last day apart, and what it must give: counted here from the file's text alone, by the
 * rules of docs/online-retail.md and without any of the product's code.
 */
final class SampleWeek {
    private static final String FIRST_DAY_AFTER = "2010-12-08";
    private static final String LAST_DAY = "2010-12-07";

    private final Path history;
    private final Path lastDay;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, BigDecimal> amounts = new HashMap<>();
    private final Map<String, Set<String>> invoices = new HashMap<>();

    private SampleWeek(Path directory) {
        history = directory.resolve("history.csv");
        lastDay = directory.resolve("last-day.csv");
    }

    static SampleWeek cutFrom(Path sample, Path directory) throws IOException {
        SampleWeek week = new SampleWeek(directory);
        List<String> lines = read(sample);
        StringBuilder before = new StringBuilder(lines.get(0)).append('\n');
        StringBuilder last = new StringBuilder(lines.get(0)).append('\n');
        for (String line : lines.subList(1, lines.size())) {
            String date = fromEnd(line, 4).substring(0, 10);
            if (date.compareTo(FIRST_DAY_AFTER) < 0) {
                (date.equals(LAST_DAY) ? last : before).append(line).append('\n');
                week.count(line);
            }
        }
        Files.writeString(week.history, before);
        Files.writeString(week.lastDay, last);
        return week;
    }

    Path history() {
        return history;
    }

    Path lastDay() {
        return lastDay;
    }

    int rows(String kind) {
        return rows.getOrDefault(kind, 0);
    }

    BigDecimal amount(String kind) {
        return amounts.getOrDefault(kind, BigDecimal.ZERO);
    }

    int documents(String kind) {
        return invoices.getOrDefault(kind, Set.of()).size();
    }

    private void count(String line) {
        String invoice = line.substring(0, line.indexOf(','));
        int quantity = Integer.parseInt(fromEnd(line, 5));
        BigDecimal price = new BigDecimal(fromEnd(line, 3));
        String kind = kind(invoice, quantity, price);
        rows.merge(kind, 1, Integer::sum);
        amounts.merge(kind, price.multiply(BigDecimal.valueOf(quantity)), BigDecimal::add);
        invoices.computeIfAbsent(kind, any -> new HashSet<>()).add(invoice);
    }

    private static String kind(String invoice, int quantity, BigDecimal price) {
        if (invoice.startsWith("C")) {
            return "return";
        }
        return quantity > 0 && price.signum() > 0 ? "sale" : "adjustment";
    }

    /** Only the description may hold commas, so the last columns are counted from the end: 1 is the country. */
    private static String fromEnd(String line, int column) {
        String rest = line;
        for (int i = 1; i < column; i++) {
            rest = rest.substring(0, rest.lastIndexOf(','));
        }
        return rest.substring(rest.lastIndexOf(',') + 1);
    }

    private static List<String> read(Path sample) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(sample)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
