package io.storehouse.formats;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.Set;

/** Copies files row by row without reading what the rows mean, so that broken rows stay as broken as they are. */
public final class FileLines {
    private FileLines() {}

    /**
     * Copies a file, unpacked, without the rows that begin on the given lines; the caller closes all streams.
     *
     * @param in the file
     * @param again the same file from its start
     */
    public static void copyWithout(InputStream in, InputStream again, Set<Integer> rowLines, OutputStream out)
            throws IOException {
        copy(new BufferedInputStream(SalesFileReader.plain(again)), linesOf(in, rowLines), out);
    }

    /** All lines of the rows that begin on those lines. */
    private static BitSet linesOf(InputStream in, Set<Integer> rowLines) throws IOException {
        CsvRows rows = new CsvRows(SalesFileReader.plain(in));
        BitSet lines = new BitSet();
        CsvRows.Row row = rows.next();
        if (row != null) {
            rows.expectWidth(row.fields().size());
        }
        for (; row != null; row = rows.next()) {
            if (rowLines.contains(row.lineNo())) {
                int more = (int) row.text().chars().filter(c -> c == '\n').count();
                lines.set(row.lineNo(), row.lineNo() + more + 1);
            }
        }
        return lines;
    }

    private static void copy(InputStream in, BitSet without, OutputStream target) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(target, 64 * 1024);
        int line = 1;
        int before = -1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            boolean afterReturn = before == '\r' && next != '\n';
            if (afterReturn || before == '\n') {
                line++;
            }
            if (!without.get(line)) {
                out.write(next);
            }
            before = next;
        }
        out.flush();
    }
}
