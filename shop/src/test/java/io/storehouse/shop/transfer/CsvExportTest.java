package io.storehouse.shop.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8613812345678", "-1", "@sum(a1)", "'=1", "''", "'", "plain", "a=b", "王小明", "\tx"})
    void readsBackWhatItWrote(String cell) {
        assertThat(CsvExport.unescape(CsvExport.escape(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@x", "\tx", "\rx"})
    void leavesNothingThatASpreadsheetRuns(String cell) {
        assertThat(CsvExport.escape(cell)).startsWith("'").endsWith(cell);
    }

    @Test
    void quotesAndSeparatesCells() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Iterator<List<List<String>>> pages = List.of(
                        List.of(List.of("a,b", "say \"x\"")), List.of(List.of("line\nbreak", "=1")))
                .iterator();

        CsvExport.write(out, List.of("one", "two"), () -> pages.hasNext() ? List.copyOf(pages.next()) : List.of());

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffone,two\r\n\"a,b\",\"say \"\"x\"\"\"\r\n\"line\nbreak\",'=1\r\n");
    }
}
