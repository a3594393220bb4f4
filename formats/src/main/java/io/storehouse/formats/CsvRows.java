package io.storehouse.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file (RFC 4180), each with the number of its first line. A row may span lines inside quotes; where a quote
 * is never closed, or closed in a later row, only the line it stands in is broken. Empty lines are no rows.
 */
public final class CsvRows {
    private static final int MAX_LINES = 32;

    private final TextLines lines;
    private final CsvReader.CsvReaderBuilder parser = CsvReader.builder()
            .skipEmptyLines(false)
            .allowExtraCharsAfterClosingQuote(false)
            .allowUnclosedQuote(false);
    private int width = -1;

    /** The rows of a stream, which the caller closes. */
    public CsvRows(InputStream in) {
        this.lines = new TextLines(in);
    }

    /** From now on a row of several lines must have that many cells; else its first line stands alone. */
    public void expectWidth(int cells) {
        this.width = cells;
    }

    /** The next row, or null at the end. */
    public @Nullable Row next() throws IOException {
        TextLines.Line first = lines.next();
        while (first != null && first.problem() == null && first.text().isEmpty()) {
            first = lines.next();
        }
        if (first == null) {
            return null;
        }
        if (first.problem() != null) {
            return new Row(first.lineNo(), first.text(), List.of(), first.problem());
        }
        return endsInQuotes(first.text()) ? severalLines(first) : row(first.lineNo(), first.text());
    }

    private Row severalLines(TextLines.Line first) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        List<TextLines.Line> following = new ArrayList<>();
        while (following.size() < MAX_LINES) {
            TextLines.Line line = lines.next();
            if (line == null) {
                break;
            }
            following.add(line);
            if (line.problem() != null) {
                break;
            }
            text.append('\n').append(line.text());
            if (line.text().indexOf('"') >= 0 && !endsInQuotes(text)) {
                Row row = row(first.lineNo(), text.toString());
                if (row.problem() == null && (width < 0 || row.fields().size() == width)) {
                    return row;
                }
                break;
            }
        }
        lines.unread(following);
        return new Row(first.lineNo(), first.text(), List.of(), RejectionCode.MALFORMED);
    }

    private Row row(int lineNo, String text) {
        return parse(text)
                .map(fields -> new Row(lineNo, text, fields, null))
                .orElseGet(() -> new Row(lineNo, text, List.of(), RejectionCode.MALFORMED));
    }

    private Optional<List<String>> parse(String text) {
        try {
            CsvRecord parsed = parser.ofSingleCsvRecord(text);
            return Optional.of(parsed.getFields());
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    /** Whether a quoted cell is still open at the end; a quote opens only where a cell begins. */
    private static boolean endsInQuotes(CharSequence text) {
        boolean quoted = false;
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (quoted || atStart)) {
                quoted = !quoted;
                // a doubled quote inside a cell closes and opens it again
                atStart = !quoted;
                continue;
            }
            atStart = !quoted && c == ',';
        }
        return quoted;
    }

    /**
     * One row.
     *
     * @param lineNo of its first line
     * @param fields its cells, empty where it has a problem
     * @param problem why it has no cells, or null
     */
    public record Row(
            int lineNo,
            String text,
            List<String> fields,
            @Nullable RejectionCode problem) {}
}
