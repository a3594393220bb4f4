package io.storehouse.shop.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8613812345678", "-1", "@sum(a1)", "'=1", "''", "'", "plain", "a=b", "王小明", "\tx"})
    void readsBackWhatItWrote(String cell) {
        assertThat(FormulaEscape.unescape(FormulaEscape.escape(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@x", "\tx", "\rx"})
    void leavesNothingThatASpreadsheetRuns(String cell) {
        assertThat(FormulaEscape.escape(cell)).startsWith("'").endsWith(cell);
    }

    @Test
    void quotesAndSeparatesCells() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        try (Sheet sheet = SheetFormat.CSV.open(out)) {
            sheet.add(List.of("one", "two", "three"));
            sheet.add(List.of("a,b", "say \"x\"", new BigDecimal("-1.50")));
            sheet.add(Arrays.asList("line\nbreak", "=1", null));
        }

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffone,two,three\r\n\"a,b\",\"say \"\"x\"\"\",-1.50\r\n\"line\nbreak\",'=1,\r\n");
    }
}
