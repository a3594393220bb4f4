package io.storehouse.tills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SplitCommandTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String EARLY = "1,A,n,1,2010-12-01 08:26:00,1,,UK\n";
    private static final String LATE = "2,A,n,1,2010-12-02 08:26:00,1,,UK\n";
    private static final String REJECTED = "A3,A,n,1,2010-12-02 08:26:00,1,,UK\n";

    @Test
    void cutsTheLastDayOffAndKeepsRejectedRows(@TempDir Path directory) throws IOException {
        Path first = Files.writeString(directory.resolve("1.csv"), HEADER + EARLY);
        Path second =
                Files.writeString(directory.resolve("2.csv"), HEADER + LATE + REJECTED + EARLY.replace("1,A", "4,A"));
        Path into = directory.resolve("into");
        int code = TillsMain.run(
                "split", first.toString(), second.toString(), "--before-last-day", "--into", into.toString());
        assertThat(code).isZero();
        assertThat(into.resolve("1.csv")).hasContent(HEADER + EARLY);
        assertThat(into.resolve("2.csv")).hasContent(HEADER + REJECTED + EARLY.replace("1,A", "4,A"));
    }

    @Test
    void cutsRowsOffThatNameAnInvoiceWhichIsCutOff(@TempDir Path directory) throws IOException {
        String mixed = LATE.replace("UK", "France");
        String kept = EARLY.replace("UK", "France");
        Path file = Files.writeString(directory.resolve("1.csv"), HEADER + EARLY + LATE + mixed + kept);
        Path into = directory.resolve("into");
        assertThat(TillsMain.run("split", file.toString(), "--before-last-day", "--into", into.toString()))
                .isZero();
        assertThat(into.resolve("1.csv")).hasContent(HEADER + EARLY + kept);
    }

    @Test
    void saysWhatIsWrong(@TempDir Path directory) {
        assertThat(TillsMain.run("split", directory.resolve("none.csv").toString(), "--before-last-day", "--into", "x"))
                .isEqualTo(2);
        assertThat(TillsMain.run("split")).isEqualTo(2);
    }
}
