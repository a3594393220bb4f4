package io.storehouse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole shipped sample, against the figures published with it. */
final class OnlineRetailSampleTest {
    private static List<SalesFile> files = List.of();

    @BeforeAll
    static void readSample() throws IOException {
        SalesFileReader reader = new SalesFileReader(new OnlineRetail(), 0);
        try (Stream<Path> sample = Files.list(Path.of("..", "samples", "online-retail"))) {
            files = sample.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .map(file -> read(reader, file))
                    .toList();
        }
    }

    private static SalesFile read(SalesFileReader reader, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return reader.read(in);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    @Test
    void accountsForEveryRow() {
        int read = files.stream().mapToInt(SalesFile::rowsRead).sum();
        long lines = documents().mapToLong(document -> document.lines().size()).sum();
        assertThat(read).isEqualTo(370_931);
        assertThat(lines + rejected().count()).isEqualTo(read);
    }

    @Test
    void givesEveryKindItsRowsAndAmount() {
        assertKind(DocumentKind.SALE, 362_319, "7352354.174");
        assertKind(DocumentKind.RETURN, 6_652, "-559673.11");
        assertKind(DocumentKind.ADJUSTMENT, 1_957, "0");
    }

    @Test
    void rejectsTheThreeAccountingEntriesAndNothingElse() {
        assertThat(rejected()).hasSize(3).allMatch(row -> row.code() == RejectionCode.LEDGER);
        assertThat(rejected().map(row -> Objects.requireNonNull(row.amount())).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("-11062.06");
        assertThat(rejected().map(RejectedRow::store)).containsOnly("United Kingdom");
        assertThat(rejected()
                        .map(row -> Objects.requireNonNull(row.businessDate()).toString()))
                .containsOnly("2011-08-12");
    }

    @Test
    void countsOrdersReturnsStoresAndCustomers() {
        assertThat(documents(DocumentKind.SALE).count()).isEqualTo(14_331);
        assertThat(documents(DocumentKind.RETURN).count()).isEqualTo(2_887);
        assertThat(documents()
                        .map(document -> document.head().store())
                        .distinct()
                        .count())
                .isEqualTo(37);
        assertThat(documents()
                        .map(document -> document.head().customer())
                        .filter(Objects::nonNull)
                        .distinct()
                        .count())
                .isEqualTo(3_658);
    }

    @Test
    void givesEveryMonthStoreAndDayItsFigures() throws IOException {
        JsonNode expected = expected();
        Map<String, Figures> months = new TreeMap<>();
        Map<String, Figures> stores = new TreeMap<>();
        Map<String, BigDecimal> days = new TreeMap<>();
        documents().forEach(document -> {
            LocalDate date = document.head().localTime().toLocalDate();
            months.computeIfAbsent(YearMonth.from(date).toString(), month -> new Figures())
                    .add(document);
            stores.computeIfAbsent(document.head().store(), store -> new Figures())
                    .add(document);
            if (document.kind() != DocumentKind.ADJUSTMENT) {
                days.merge(date.toString(), document.amount(), BigDecimal::add);
            }
        });
        assertFigures(months, expected.get("months"));
        assertFigures(stores, expected.get("stores"));
        assertThat(days).hasSize(expected.get("days").size());
        days.forEach((day, amount) -> assertThat(amount)
                .as(day)
                .isEqualByComparingTo(expected.get("days").get(day).asText()));
    }

    @Test
    void ranksSkusAndCustomers() throws IOException {
        Map<String, BigDecimal> skus = new TreeMap<>();
        Map<String, BigDecimal> customers = new TreeMap<>();
        documents().forEach(document -> {
            if (document.head().customer() != null) {
                customers.merge(document.head().customer(), document.amount(), BigDecimal::add);
            }
            document.lines().forEach(line -> skus.merge(line.sku(), document.signedAmount(line), BigDecimal::add));
        });
        assertTop(skus, expected().get("top_sku"));
        assertTop(customers, expected().get("top_customers"));
    }

    private static void assertTop(Map<String, BigDecimal> amounts, JsonNode expected) {
        List<Map.Entry<String, BigDecimal>> top = amounts.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .limit(20)
                .toList();
        assertThat(expected.size()).isEqualTo(20);
        for (int i = 0; i < 20; i++) {
            assertThat(top.get(i).getKey()).isEqualTo(expected.get(i).get(0).asText());
            assertThat(top.get(i).getValue())
                    .isEqualByComparingTo(expected.get(i).get(1).asText());
        }
    }

    private static void assertFigures(Map<String, Figures> figures, JsonNode expected) {
        assertThat(figures).hasSize(expected.size());
        figures.forEach((key, figure) -> {
            for (DocumentKind kind : DocumentKind.values()) {
                JsonNode of = expected.get(key).path(kind.code());
                assertThat(figure.rows.getOrDefault(kind, 0))
                        .as(key + " " + kind)
                        .isEqualTo(of.path("rows").asInt(0));
                assertThat(figure.amounts.getOrDefault(kind, BigDecimal.ZERO))
                        .as(key + " " + kind)
                        .isEqualByComparingTo(of.path("amount").asText("0"));
            }
        });
    }

    private static JsonNode expected() throws IOException {
        try (InputStream in = OnlineRetailSampleTest.class.getResourceAsStream("/online-retail-expected.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static final class Figures {
        private final Map<DocumentKind, Integer> rows = new EnumMap<>(DocumentKind.class);
        private final Map<DocumentKind, BigDecimal> amounts = new EnumMap<>(DocumentKind.class);

        void add(SalesDocument document) {
            rows.merge(document.kind(), document.lines().size(), Integer::sum);
            amounts.merge(document.kind(), document.amount(), BigDecimal::add);
        }
    }

    @Test
    void neverSplitsAnInvoiceOverFiles() {
        assertThat(documents().map(document -> document.head().id()).distinct().count())
                .isEqualTo(documents().count());
    }

    private static void assertKind(DocumentKind kind, int rows, String amount) {
        assertThat(documents(kind).mapToInt(document -> document.lines().size()).sum())
                .isEqualTo(rows);
        assertThat(documents(kind).map(SalesDocument::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(amount);
    }

    private static Stream<SalesDocument> documents() {
        return files.stream().flatMap(file -> file.documents().stream());
    }

    private static Stream<SalesDocument> documents(DocumentKind kind) {
        return documents().filter(document -> document.kind() == kind);
    }

    private static Stream<RejectedRow> rejected() {
        return files.stream().flatMap(file -> file.rejected().stream());
    }
}
