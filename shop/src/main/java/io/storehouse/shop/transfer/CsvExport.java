package io.storehouse.shop.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as CSV (RFC 4180, UTF-8 with a byte order mark, for spreadsheets) without keeping them. */
public final class CsvExport {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r";
    private static final char ESCAPE = '\'';

    private CsvExport() {}

    /** Gives rows, each once, in their order. */
    public interface Rows {
        /** Gives the next rows; none at the end. */
        List<List<@Nullable String>> next();
    }

    /** Writes all rows below the header; the caller closes the stream. */
    public static void write(OutputStream out, List<String> header, Rows rows) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(header);
        for (List<List<@Nullable String>> page = rows.next(); !page.isEmpty(); page = rows.next()) {
            for (List<@Nullable String> row : page) {
                csv.writeRecord(row.stream().map(CsvExport::escape).toList());
            }
            csv.flush();
        }
        csv.flush();
    }

    /** The cell, with a {@code '} before what a spreadsheet would run, and before one that begins so itself. */
    static String escape(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return isEscaped(cell) || RUN_BY_SPREADSHEETS.indexOf(cell.charAt(0)) >= 0 ? ESCAPE + cell : cell;
    }

    static String unescape(String cell) {
        return isEscaped(cell) ? cell.substring(1) : cell;
    }

    private static boolean isEscaped(String cell) {
        return cell.length() > 1
                && cell.charAt(0) == ESCAPE
                && (RUN_BY_SPREADSHEETS.indexOf(cell.charAt(1)) >= 0 || cell.charAt(1) == ESCAPE);
    }
}
