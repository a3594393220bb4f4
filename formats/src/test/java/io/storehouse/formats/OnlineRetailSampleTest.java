package io.storehouse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
