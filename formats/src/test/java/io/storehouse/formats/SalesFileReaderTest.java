package io.storehouse.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SalesFileReaderTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String GOOD = "536365,85123a,WHITE HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n";
    private static final SalesFileReader READER = new SalesFileReader(new OnlineRetail(), 0);

    @Test
    void readsASale() throws IOException {
        SalesDocument document = read(HEADER + GOOD).documents().get(0);
        assertThat(document).isInstanceOf(SalesDocument.Sale.class);
        assertThat(document.head().invoice()).isEqualTo("536365");
        assertThat(document.head().customer()).isEqualTo("17850");
        assertThat(document.head().store()).isEqualTo("United Kingdom");
        assertThat(document.head().occurredAt()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
        assertThat(document.head().id()).isEqualTo(DocumentId.of("online-retail", "536365", DocumentKind.SALE));
        DocumentLine line = document.lines().get(0);
        assertThat(line.sku()).isEqualTo("85123A");
        assertThat(line.fileLine()).isEqualTo(2);
        assertThat(line.amount()).isEqualByComparingTo("15.30");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bad_number       | 1,A,n,six,2010-12-01 08:26:00,1,,UK
            bad_number       | 1,A,n,,2010-12-01 08:26:00,1,,UK
            bad_number       | 1,A,n,1e3,2010-12-01 08:26:00,1,,UK
            bad_number       | 1,A,n,1,2010-12-01 08:26:00,1e9999,,UK
            bad_number       | 1,A,n,1,2010-12-01 08:26:00,NaN,,UK
            bad_number       | 1,A,n,1.2345,2010-12-01 08:26:00,1,,UK
            bad_number       | 1,A,n,1,2010-12-01 08:26:00,1.23456,,UK
            bad_number       | 1,A,n,99999999999999999999,2010-12-01 08:26:00,1,,UK
            bad_number       | 1,A,n,999999999,2010-12-01 08:26:00,999999999,,UK
            bad_number       | 1,A,n,0.001,2010-12-01 08:26:00,0.001,,UK
            bad_number       | 1,A,n,٣,2010-12-01 08:26:00,1,,UK
            bad_number       | 1,A,n,1,2010-12-01 08:26:00,1,17850.5,UK
            bad_number       | 1,A,n,1,2010-12-01 08:26:00,1,someone,UK
            bad_date         | 1,A,n,1,2010-02-30 08:26:00,1,,UK
            bad_date         | 1,A,n,1,2010-12-01,1,,UK
            bad_date         | 1,A,n,1,01/12/2010 08:26,1,,UK
            bad_date         | 1,A,n,1,0001-12-01 08:26:00,1,,UK
            column_count     | 1,A,n,1,2010-12-01 08:26:00,1,UK
            column_count     | 1,A,n,1,2010-12-01 08:26:00,1,,UK,more
            formula          | 1,A,=cmd(),1,2010-12-01 08:26:00,1,,UK
            formula          | 1,A,@SUM(A1),1,2010-12-01 08:26:00,1,,UK
            formula          | 1,A,+A1,1,2010-12-01 08:26:00,1,,UK
            formula          | 1,A,-(1),1,2010-12-01 08:26:00,1,,UK
            formula          | 1,A, =1+1,1,2010-12-01 08:26:00,1,,UK
            formula          | 1,A,n,1,2010-12-01 08:26:00,1,,=UK
            formula          | 1,-A,n,1,2010-12-01 08:26:00,1,,UK
            missing_value    | 1,,n,1,2010-12-01 08:26:00,1,,UK
            missing_value    | ,A,n,1,2010-12-01 08:26:00,1,,UK
            missing_value    | 1,A,n,1,2010-12-01 08:26:00,1,,
            negative_price   | 1,A,n,1,2010-12-01 08:26:00,-1,,UK
            negative_price   | C1,A,n,-1,2010-12-01 08:26:00,-1,,UK
            return_quantity  | C1,A,n,0,2010-12-01 08:26:00,1,,UK
            return_quantity  | C1,A,n,2,2010-12-01 08:26:00,1,,UK
            ledger           | A563185,B,Adjust bad debt,1,2010-12-01 08:26:00,1,,UK
            unknown_invoice  | X1,A,n,1,2010-12-01 08:26:00,1,,UK
            unknown_invoice  | 1-2,A,n,1,2010-12-01 08:26:00,1,,UK
            malformed        | 1,"A"x,n,1,2010-12-01 08:26:00,1,,UK
            """, quoteCharacter = '\0')
    void rejectsABrokenRowAndNothingElse(String code, String row) throws IOException {
        SalesFile file = read(HEADER + GOOD + row + "\n" + GOOD.replace("536365", "536366"));
        assertThat(file.rejected()).hasSize(1);
        RejectedRow rejected = file.rejected().get(0);
        assertThat(rejected.code().code()).isEqualTo(code);
        assertThat(rejected.lineNo()).isEqualTo(3);
        assertThat(rejected.text()).isEqualTo(row);
        assertThat(rejected.reason()).isNotBlank();
        assertThat(file.documents()).hasSize(2);
        assertThat(file.rowsRead()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- damaged", "+5 pieces", "-12", "?", "*", "a=b"})
    void takesTextThatOnlyLooksLikeAFormula(String name) throws IOException {
        SalesFile file = read(HEADER + "1,A," + name + ",1,2010-12-01 08:26:00,1,,UK\n");
        assertThat(file.rejected()).isEmpty();
    }

    @Test
    void keepsWhatCanBeReadOfARejectedRow() throws IOException {
        RejectedRow row = read(HEADER + "A1,B,debt,-2,2010-12-01 08:26:00,1.5,,UK\n")
                .rejected()
                .get(0);
        assertThat(row.store()).isEqualTo("UK");
        assertThat(row.businessDate()).isEqualTo(LocalDate.of(2010, 12, 1));
        assertThat(row.amount()).isEqualByComparingTo("-3");
        RejectedRow less =
                read(HEADER + "1,B,n,many,yesterday,1.5,,UK\n").rejected().get(0);
        assertThat(less.store()).isEqualTo("UK");
        assertThat(less.businessDate()).isNull();
        assertThat(less.amount()).isNull();
    }

    @Test
    void classifiesAdjustments() throws IOException {
        SalesFile file = read(HEADER
                + "1,A,damaged,-3,2010-12-01 08:26:00,0,,UK\n"
                + "1,B,found,3,2010-12-01 08:26:00,0,,UK\n"
                + "1,C,lost,-1,2010-12-01 08:26:00,2.5,,UK\n"
                + "1,D,nothing,0,2010-12-01 08:26:00,2.5,,UK\n"
                + "1,E,sold,1,2010-12-01 08:26:00,2.5,,UK\n");
        assertThat(file.documents())
                .extracting(SalesDocument::kind, document -> document.lines().size(), SalesDocument::amount)
                .containsExactlyInAnyOrder(
                        tuple(DocumentKind.ADJUSTMENT, 4, new java.math.BigDecimal("0")),
                        tuple(DocumentKind.SALE, 1, new java.math.BigDecimal("2.5")));
    }

    @Test
    void rejectsBytesThatAreNoUtf8OnTheirOwnLineOnly() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((HEADER + GOOD + "2,A,caf").getBytes(StandardCharsets.UTF_8));
        bytes.write(0xe9);
        bytes.writeBytes(",1,2010-12-01 08:26:00,1,,UK\r\n3,A,café,1,2010-12-01 08:26:00,1,,UK\r\n"
                .getBytes(StandardCharsets.UTF_8));
        SalesFile file = READER.read(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(file.rejected())
                .extracting(RejectedRow::lineNo, RejectedRow::code)
                .containsExactly(tuple(3, RejectionCode.NOT_UTF8));
        assertThat(file.documents()).hasSize(2);
        assertThat(file.documents().get(1).lines().get(0).name()).isEqualTo("café");
    }

    @Test
    void countsLinesThroughQuotedLineEnds() throws IOException {
        SalesFile file = read(HEADER
                + "1,A,\"two\r\nlines, and a \"\"quote\"\"\",1,2010-12-01 08:26:00,1,,UK\r\n"
                + "\r\n"
                + "2,A,n,x,2010-12-01 08:26:00,1,,UK\r\n");
        assertThat(file.documents().get(0).lines().get(0).name()).isEqualTo("two\nlines, and a \"quote\"");
        assertThat(file.rejected()).extracting(RejectedRow::lineNo).containsExactly(5);
        assertThat(file.rowsRead()).isEqualTo(2);
    }

    @Test
    void losesOnlyTheLineOfAQuoteThatIsNeverClosed() throws IOException {
        SalesFile file = read(HEADER + "1,A,\"open,1,2010-12-01 08:26:00,1,,UK\n" + GOOD
                + "2,A,\"closed, later\",1,2010-12-01 08:26:00,1,,UK\n" + GOOD.replace("536365", "536367"));
        assertThat(file.rejected())
                .extracting(RejectedRow::lineNo, RejectedRow::code)
                .containsExactly(tuple(2, RejectionCode.MALFORMED));
        assertThat(file.documents()).hasSize(3);
    }

    @Test
    void takesAQuoteWithinACellAsText() throws IOException {
        SalesFile file = read(HEADER + "1,A,12\" RULER,1,2010-12-01 08:26:00,1,,UK\n" + GOOD);
        assertThat(file.rejected()).isEmpty();
        assertThat(file.documents().get(0).lines().get(0).name()).isEqualTo("12\" RULER");
    }

    @Test
    void rejectsALineOfAbsurdLength() throws IOException {
        SalesFile file = read(HEADER + "x".repeat(TextLines.MAX_BYTES * 3) + "\n" + GOOD);
        assertThat(file.rejected()).extracting(RejectedRow::code).containsExactly(RejectionCode.MALFORMED);
        assertThat(file.rejected().get(0).text()).hasSize(RejectedRow.MAX_TEXT);
        assertThat(file.documents()).hasSize(1);
    }

    @Test
    void givesAnInvoiceItsEarliestTimeAndItsLinesTheOrderOfTheFile() throws IOException {
        SalesFile file = read(HEADER
                + "2,B,n,1,2010-12-02 08:27:00,1,,UK\n"
                + "1,A,n,1,2010-12-01 08:27:00,1,,UK\n"
                + "2,A,n,1,2010-12-02 08:26:00,1,,UK\n");
        assertThat(file.documents())
                .extracting(document -> document.head().invoice())
                .containsExactly("1", "2");
        SalesDocument second = file.documents().get(1);
        assertThat(second.head().localTime()).hasToString("2010-12-02T08:26");
        assertThat(second.lines())
                .extracting(DocumentLine::lineNo, DocumentLine::fileLine, DocumentLine::sku)
                .containsExactly(tuple(1, 2, "B"), tuple(2, 4, "A"));
    }

    @Test
    void rejectsRowsOfAnotherStoreInTheSameInvoice() throws IOException {
        SalesFile file =
                read(HEADER + "1,A,n,1,2010-12-01 08:26:00,1,,UK\n" + "1,B,n,1,2010-12-01 08:26:00,1,,France\n");
        assertThat(file.rejected()).extracting(RejectedRow::code).containsExactly(RejectionCode.MIXED_INVOICE);
    }

    @Test
    void movesDatesByWeeksOfLocalTime() throws IOException {
        // 17 weeks lead from winter time into summer time
        SalesFileReader shifted = new SalesFileReader(new OnlineRetail(), 17);
        DocumentHead head =
                shifted.read(stream(HEADER + GOOD)).documents().get(0).head();
        assertThat(head.localTime()).hasToString("2011-03-30T08:26");
        assertThat(head.occurredAt()).isEqualTo(Instant.parse("2011-03-30T07:26:00Z"));
        DocumentHead unshifted = read(HEADER + GOOD).documents().get(0).head();
        assertThat(head.contentHash()).isEqualTo(unshifted.contentHash());
        assertThat(head.id()).isEqualTo(unshifted.id());
    }

    @Test
    void hashesADocumentByItsOwnContentOnly() throws IOException {
        String other = "9,A,n,1,2010-12-01 08:26:00,1,,UK\n";
        assertThat(hash(HEADER + GOOD)).isEqualTo(hash(HEADER + other + GOOD));
        assertThat(hash(HEADER + GOOD)).isEqualTo(hash(HEADER + GOOD.replace("2.55", "2.550")));
        for (String[] change : new String[][] {
            {"2.55", "2.56"},
            {",6,", ",7,"},
            {"HEART", "HART"},
            {"17850.0", ""},
            {"08:26:00", "08:26:01"},
            {"85123a", "B"}
        }) {
            assertThat(hash(HEADER + GOOD)).isNotEqualTo(hash(HEADER + GOOD.replace(change[0], change[1])));
        }
    }

    private static String hash(String csv) throws IOException {
        return read(csv).documents().stream()
                .filter(document -> document.head().invoice().equals("536365"))
                .map(document -> document.head().contentHash())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsColumnsByNameWhateverTheirOrder() throws IOException {
        SalesFile file =
                read("\ufeffcountry,CustomerId,UNITPRICE,InvoiceDate,Quantity,Description,StockCode,InvoiceNo\r\n"
                        + "UK,,2,2010-12-01 08:26:00,3,n,A,1\r\n");
        assertThat(file.documents().get(0).amount()).isEqualByComparingTo("6");
    }

    @Test
    void refusesAFileThatIsNotOfTheFormat() {
        assertThatThrownBy(() -> read("a,b,c\n1,2,3\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Invalid header: it lacks Country, CustomerID");
        assertThatThrownBy(() -> read("")).hasMessage("Cannot read the file: it is empty");
    }

    @Test
    void readsGzipAndRefusesACutOne() throws IOException {
        byte[] zipped = gzip(HEADER + GOOD.repeat(500));
        assertThat(READER.read(new ByteArrayInputStream(zipped)).rowsRead()).isEqualTo(500);
        assertThatThrownBy(() -> READER.read(new ByteArrayInputStream(zipped, 0, zipped.length - 20)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("cut off or broken");
    }

    @Test
    void accountsForEveryRowOfAnyDamagedFile() throws IOException {
        Random random = new Random(7);
        for (int attempt = 0; attempt < 200; attempt++) {
            byte[] bytes = (HEADER + GOOD.repeat(20)).getBytes(StandardCharsets.UTF_8);
            for (int damage = 0; damage < 1 + random.nextInt(20); damage++) {
                bytes[HEADER.length() + random.nextInt(bytes.length - HEADER.length())] = (byte) random.nextInt(256);
            }
            SalesFile file = READER.read(new ByteArrayInputStream(bytes));
            int lines = file.documents().stream()
                    .mapToInt(document -> document.lines().size())
                    .sum();
            assertThat(lines + file.rejected().size()).isEqualTo(file.rowsRead());
        }
    }

    @Test
    void refusesWhatIsTooMuchOnceUnpacked() throws IOException {
        int size = (HEADER + GOOD).length();
        assertThat(limited(size, 1).read(stream(HEADER + GOOD)).rowsRead()).isEqualTo(1);
        assertThatThrownBy(() -> limited(size - 1, 1).read(new ByteArrayInputStream(gzip(HEADER + GOOD))))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("Cannot import a file of more than " + (size - 1) + " bytes unpacked; split it");
        assertThatThrownBy(() -> limited(Long.MAX_VALUE, 1).read(stream(HEADER + GOOD + GOOD)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("Cannot import a file of more than 1 rows; split it");
    }

    private static SalesFileReader limited(long bytes, int rows) {
        return new SalesFileReader(new OnlineRetail(), 0, new ReadLimits(bytes, rows));
    }

    @Test
    void findsTheTextOfRowsAgain() throws IOException {
        assertThat(READER.texts(stream(HEADER + "1,\"a\nb\"\n" + GOOD), Set.of(4)))
                .containsExactly(java.util.Map.entry(4, GOOD.strip()));
    }

    @Test
    void knowsServices() {
        OnlineRetail format = new OnlineRetail();
        assertThat(List.of("POST", "DOT", "M", "C2", "BANK CHARGES", "GIFT_0001_20"))
                .noneMatch(format::isGoods);
        assertThat(List.of("85123A", "DCGSSGIRL", "22423")).allMatch(format::isGoods);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static SalesFile read(String csv) throws IOException {
        return READER.read(stream(csv));
    }

    private static ByteArrayInputStream stream(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
