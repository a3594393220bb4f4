package io.storehouse.shop.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Rows as a workbook; the first row is repeated at the head of each further sheet, since a sheet holds only so many. */
final class XlsxSheet implements Sheet {
    private static final int MOST_ROWS = 1_048_576;
    /** A cell's number is a double: more digits would change it, so they stay a text. */
    private static final int MOST_DIGITS = 15;

    private static final int MOST_CHARACTERS = 32_767;

    private final Workbook workbook;
    private List<@Nullable Object> header = List.of();
    private Worksheet sheet;
    private int sheets = 1;
    private int rows;

    XlsxSheet(OutputStream out) {
        workbook = new Workbook(out, "Storehouse", "1.0");
        sheet = workbook.newWorksheet("1");
    }

    @Override
    public void add(List<@Nullable Object> row) throws IOException {
        if (rows == MOST_ROWS) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet(Integer.toString(sheets));
            rows = 0;
            write(header);
        }
        if (sheets == 1 && rows == 0) {
            header = row;
        }
        write(row);
    }

    private void write(List<@Nullable Object> row) {
        for (int column = 0; column < row.size(); column++) {
            Object cell = row.get(column);
            if (cell instanceof BigDecimal number && number.precision() <= MOST_DIGITS) {
                sheet.value(rows, column, number);
            } else if (cell != null) {
                String text = FormulaEscape.escape(cell.toString());
                sheet.inlineString(rows, column, text.substring(0, Math.min(MOST_CHARACTERS, text.length())));
            }
        }
        rows++;
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
