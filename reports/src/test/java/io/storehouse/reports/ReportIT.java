package io.storehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.storehouse.reports.Retail.Line;
import io.storehouse.reports.lake.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SQL = Path.of("src/main/resources/io/storehouse/reports/sql");

    @TempDir
    private static Path directory;

    private static TestLake lake;
    private static Console console;

    @BeforeAll
    static void build() {
        Retail retail = new Retail()
                .sale(
                        "EIRE",
                        "2011-08-31",
                        "17850",
                        Line.of("22423", "2", "2.55"),
                        Line.of("POST", "1", "50.0").service())
                .sale("EIRE", "2011-09-01", "17850", Line.of("22423", "3", "0.001"))
                .sale(
                        "United Kingdom",
                        "2011-09-01",
                        null,
                        Line.of("84879", "10", "1.69").less("0.9"))
                .takeBack("EIRE", "2011-09-01", "12345", Line.of("22423", "1", "2.5"))
                .adjust("EIRE", "2011-09-01", Line.of("22423", "-4", "0"), Line.of("84879", "-1", "0"))
                .reject(7, "ledger", "United Kingdom", "2011-08-12", "-11062.06")
                .reject(7, "ledger", "United Kingdom", "2011-08-12", "-11062.06")
                .reject(9, "bad_number", "United Kingdom", "2011-08-12", "0");
        lake = TestLake.in(directory);
        Stations.build(lake, retail, Map.of());
        console = new Console(lake.settingsFile(Map.of()));
    }

    @AfterAll
    static void close() {
        lake.close();
    }

    @Test
    void givesTheExpectedFigures() throws IOException {
        Console.Result result = console.run("report", "--format", "json");

        assertThat(result.err()).isEmpty();
        assertThat(JSON.readTree(result.out())).isEqualTo(JSON.readTree("""
            {
             "rows": 9,
             "total": {
              "sale": {"rows": 4, "amount": "71.103"},
              "return": {"rows": 1, "amount": "-2.5"},
              "adjustment": {"rows": 2, "amount": "0.0"},
              "ledger": {"rows": 1, "amount": "-11062.06"}
             },
             "orders": {"sale": 3, "return": 1},
             "months": {
              "2011-08": {"sale": {"rows": 2, "amount": "55.10"}, "ledger": {"rows": 1, "amount": "-11062.06"}},
              "2011-09": {
               "sale": {"rows": 2, "amount": "16.003"},
               "return": {"rows": 1, "amount": "-2.5"},
               "adjustment": {"rows": 2, "amount": "0.0"}
              }
             },
             "stores": {
              "EIRE": {
               "sale": {"rows": 3, "amount": "55.103"},
               "return": {"rows": 1, "amount": "-2.5"},
               "adjustment": {"rows": 2, "amount": "0.0"}
              },
              "United Kingdom": {"sale": {"rows": 1, "amount": "16.00"}, "ledger": {"rows": 1, "amount": "-11062.06"}}
             },
             "top_sku": [["POST", "50.0", 1], ["84879", "16.00", 10], ["22423", "2.603", 4]],
             "top_customers": [["17850", "55.103"], ["12345", "-2.5"]],
             "customers": 2,
             "days": {"2011-08-31": "55.10", "2011-09-01": "13.503"}
            }
            """));
    }

    @Test
    void hasTheKeysOfTheSampleInTheirOrder() throws IOException {
        Console.Result result = console.run("report", "--format", "json");

        assertThat(JSON.readTree(result.out()).fieldNames())
                .toIterable()
                .containsExactly(
                        "rows", "total", "orders", "months", "stores", "top_sku", "top_customers", "customers", "days");
    }

    @Test
    void reportsOnlyThePeriod() throws IOException {
        JsonNode figures =
                JSON.readTree(console.run("report", "--from", "2011-09-01", "--to", "2011-09-30", "--format", "json")
                        .out());

        assertThat(figures.path("rows").asInt()).isEqualTo(5);
        assertThat(figures.path("months").fieldNames()).toIterable().containsExactly("2011-09");
        assertThat(figures.path("orders")).isEqualTo(JSON.readTree("{\"sale\": 2, \"return\": 1}"));
        assertThat(figures.path("customers").asInt()).isEqualTo(2);
    }

    @Test
    void hasEmptyShapesWithoutSales() throws IOException {
        JsonNode figures = JSON.readTree(console.run("report", "--from", "2020-01-01", "--format", "json")
                .out());

        assertThat(figures)
                .isEqualTo(
                        JSON.readTree(
                                "{\"rows\": 0, \"total\": {}, \"orders\": {\"sale\": 0, \"return\": 0}, \"months\": {},"
                                        + " \"stores\": {}, \"top_sku\": [], \"top_customers\": [], \"customers\": 0, \"days\": {}}"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySqlFileRunsThroughQuery(Path file) throws IOException {
        Console.Result asText = console.run("query", Files.readString(file), "--format", "csv");
        Console.Result asFile = console.run("query", "--file", file.toString(), "--format", "csv");

        assertThat(asText.err()).isEmpty();
        assertThat(asText.code()).isZero();
        assertThat(asText.out().lines().count()).isGreaterThan(1);
        assertThat(asFile.out()).isEqualTo(asText.out());
    }

    static Stream<Path> files() throws IOException {
        return Files.list(SQL).sorted();
    }

    @Test
    void writesOnePageThatNeedsNoNetwork() throws IOException {
        Path page = directory.resolve("out/report.html");

        Console.Result result = console.run("report", "--out", page.toString());

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(page)
                .content()
                .contains("\"firstDay\":\"2011-08-31\"", "Monthly trend", "月度趋势", "echarts", "Name of 84879")
                .doesNotContain("src=\"http", "href=\"http", "/*DATA*/", "/*ECHARTS*/", "/*PROGRAM*/");
    }

    @Test
    void writesAWorkbookWithASheetForEachSection() throws IOException {
        Path book = directory.resolve("report.xlsx");

        Console.Result result = console.run("report", "--format", "xlsx", "--out", book.toString());

        assertThat(result.code()).as(result.err()).isZero();
        try (ZipFile zip = new ZipFile(book.toFile())) {
            assertThat(zip.stream().filter(entry -> entry.getName().startsWith("xl/worksheets/sheet")))
                    .hasSize(8);
        }
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        Console.Result result = console.run("report", "--from", "2011-09-02", "--to", "2011-09-01");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("Invalid period: --from 2011-09-02 is after --to 2011-09-01\n");
    }
}
