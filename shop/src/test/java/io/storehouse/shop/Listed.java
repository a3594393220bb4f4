package io.storehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A list of the API under test: its rows, as a plain comparison of all of them gives them.
 *
 * @param path with what has to be asked for in any case
 * @param table by its name in the statement
 * @param cursor the member by which it goes on
 * @param times the parameter after {@code from}: {@code to} for dates, {@code until} for instants, or nothing
 * @param newestFirst where nothing is said
 * @param filters with the values that rows have
 * @param indexes that are read, by the first of these parameters that is given; the last one in any case
 * @param byTime whether rows go by time where these parameters are given
 * @param add puts a row into the database
 */
record Listed(
        String path,
        String table,
        String cursor,
        String times,
        boolean newestFirst,
        Map<String, List<String>> filters,
        Map<String, String> indexes,
        Predicate<Set<String>> byTime,
        Consumer<Row> add) {
    static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    private static final int PAGE = 6;

    /** A row; its key grows. */
    record Row(String id, long key, LocalDate day, Map<String, String> values) {
        /** Of its day. */
        String at() {
            return day + " 10:00:00";
        }
    }

    /** The list with rows in it. */
    final class Filled {
        private final ShopHttp shop;
        private final Random random = new Random(5);
        private final List<Row> rows = new ArrayList<>();
        private final java.util.function.LongFunction<String> ids;
        private long key;

        Filled(ShopHttp shop, long firstKey, java.util.function.LongFunction<String> ids) {
            this.shop = shop;
            this.key = firstKey;
            this.ids = ids;
            for (int i = 0; i < 26; i++) {
                grow();
            }
        }

        private void grow() {
            Map<String, String> values = new LinkedHashMap<>();
            filters.forEach((name, some) -> values.put(name, some.get(random.nextInt(some.size()))));
            Row row = new Row(ids.apply(key), key, FIRST.plusDays(random.nextInt(4)), values);
            key++;
            add.accept(row);
            rows.add(row);
        }

        /** Pages through under every filter and in every order, while rows come in, and reads the file of the same. */
        void check() {
            for (Map<String, String> query : queries()) {
                for (String sort : List.of("", "newest", "oldest")) {
                    Map<String, String> asked = new LinkedHashMap<>(query);
                    if (!sort.isEmpty()) {
                        asked.put("sort", sort);
                    }
                    List<String> before = wanted(asked);
                    List<String> seen = new ArrayList<>();
                    List<CountingDataSource.Plan> plans = CountingDataSource.plans(() -> seen.addAll(paged(asked)));
                    List<String> after = wanted(asked);
                    assertThat(seen).as("%s %s", path, asked).doesNotHaveDuplicates();
                    assertThat(seen.stream().filter(before::contains)).containsExactlyElementsOf(before);
                    assertThat(after.stream().filter(seen::contains)).containsExactlyElementsOf(seen);
                    plans.forEach(plan -> assertIndexed(asked, plan));
                    assertThat(plans).as("%s %s", path, asked).isNotEmpty();
                    if (sort.equals("oldest")) {
                        assertThat(exported(asked))
                                .as("file of %s %s", path, asked)
                                .isEqualTo(after);
                    }
                }
            }
        }

        private List<Map<String, String>> queries() {
            List<Map<String, String>> queries = new ArrayList<>(List.of(Map.of()));
            Map<String, String> all = new LinkedHashMap<>();
            filters.forEach((name, some) -> {
                all.put(name, some.get(0));
                queries.add(Map.of(name, some.get(0)));
            });
            if (!times.isEmpty()) {
                Map<String, String> range = new LinkedHashMap<>();
                range.put("from", time(FIRST.plusDays(1)));
                range.put(times, time(FIRST.plusDays(times.equals("to") ? 2 : 3)));
                queries.add(range);
                all.putAll(range);
            }
            queries.add(all);
            return queries;
        }

        private String time(LocalDate day) {
            return times.equals("to") ? day.toString() : day + "T10:00:00Z";
        }

        /** What the list has to have. */
        private List<String> wanted(Map<String, String> query) {
            Comparator<Row> order = byTime.test(query.keySet())
                    ? Comparator.comparing(Row::day).thenComparing(Row::key)
                    : Comparator.comparing(Row::key);
            boolean newest = query.getOrDefault("sort", newestFirst ? "newest" : "oldest")
                    .equals("newest");
            Stream<Row> found = rows.stream()
                    .filter(row -> filters.keySet().stream()
                            .allMatch(name -> !query.containsKey(name)
                                    || String.valueOf(query.get(name))
                                            .equals(row.values().get(name))));
            if (query.containsKey("from")) {
                found = found.filter(
                        row -> row.day().isAfter(FIRST) && row.day().isBefore(FIRST.plusDays(3)));
            }
            return found.sorted(newest ? order.reversed() : order).map(Row::id).toList();
        }

        private List<String> paged(Map<String, String> query) {
            List<String> seen = new ArrayList<>();
            List<String> exports = new ArrayList<>();
            JsonNode page;
            do {
                String after = seen.isEmpty() ? "" : "&after=" + seen.get(seen.size() - 1);
                ShopHttp.Answer answer = shop.get("/api/v1/" + path + "limit=" + PAGE + text(query) + after);
                assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
                page = answer.body();
                for (JsonNode row : page) {
                    seen.add(row.path(cursor).asString());
                    if (row.path("act").asString("").startsWith("export-")) {
                        exports.add(row.path(cursor).asString());
                    }
                }
                if (seen.size() == PAGE) {
                    grow();
                }
            } while (page.size() == PAGE);
            // what this test's own files leave in the audit log
            seen.removeAll(exports);
            return seen;
        }

        private List<String> exported(Map<String, String> query) {
            String csv = shop.get("/api/v1/exports/" + path + "format=csv" + text(query))
                    .raw()
                    .body();
            assertThat(csv).as("the cursor is the first column").startsWith("\ufeff" + cursor + ",");
            return csv.lines()
                    .skip(1)
                    .filter(line -> !line.contains(",export-"))
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
        }

        private String text(Map<String, String> query) {
            StringBuilder text = new StringBuilder();
            query.forEach(
                    (name, value) -> text.append('&').append(name).append('=').append(ShopHttp.encode(value)));
            return text.toString();
        }
    }

    /** Parameters and the values of rows in turn. */
    static Map<String, List<String>> filters(Object... namesAndValues) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            filters.put(
                    (String) namesAndValues[i],
                    ((List<?>) namesAndValues[i + 1])
                            .stream().map(String::valueOf).toList());
        }
        return filters;
    }

    /** Parameters and names in turn. */
    static Map<String, String> indexes(String... parametersAndNames) {
        Map<String, String> indexes = new LinkedHashMap<>();
        for (int i = 0; i < parametersAndNames.length; i += 2) {
            indexes.put(parametersAndNames[i], parametersAndNames[i + 1]);
        }
        return indexes;
    }

    /** The index of what was asked for, in whose order rows are read. */
    private void assertIndexed(Map<String, String> asked, CountingDataSource.Plan plan) {
        if (indexes.isEmpty()) {
            return;
        }
        String index = indexes.entrySet().stream()
                .filter(entry -> entry.getKey().isEmpty() || asked.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        assertThat(plan.tables())
                .as("%s %s: %s", path, asked, plan)
                .filteredOn(row -> table.equals(row.get("table")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("key", index);
                    assertThat(row.get("Extra")).doesNotContain("filesort", "temporary");
                });
    }
}
