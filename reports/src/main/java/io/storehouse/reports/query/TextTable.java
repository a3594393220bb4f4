package io.storehouse.reports.query;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows as an aligned table for people; Chinese characters take two columns of a terminal. */
final class TextTable {
    private static final String NULL = "—";
    private static final String EXPLANATION = "explain_value";

    private final List<String> header = new ArrayList<>();
    private final List<List<String>> body = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();

    private TextTable() {}

    static void write(ResultSet rows, PrintWriter out) throws SQLException {
        if (EXPLANATION.equals(
                rows.getMetaData().getColumnLabel(rows.getMetaData().getColumnCount()))) {
            while (rows.next()) {
                out.println(rows.getString(2));
            }
            return;
        }
        TextTable table = new TextTable();
        table.read(rows);
        table.print(out);
    }

    private void read(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        for (int i = 1; i <= columns; i++) {
            header.add(rows.getMetaData().getColumnLabel(i));
            widths.add(width(rows.getMetaData().getColumnLabel(i)));
            right.add(false);
        }
        while (rows.next()) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                Object value = rows.getObject(i + 1);
                String text = value == null ? NULL : oneLine(Values.text(value));
                line.add(text);
                widths.set(i, Math.max(widths.get(i), width(text)));
                right.set(i, right.get(i) || (value != null && Values.numeric(value)));
            }
            body.add(line);
        }
    }

    private void print(PrintWriter out) {
        line(header, out);
        List<String> rule = widths.stream().map("─"::repeat).toList();
        out.println(String.join("  ", rule));
        body.forEach(row -> line(row, out));
        out.println(body.size() == 1 ? "(1 row)" : "(" + body.size() + " rows)");
    }

    private void line(List<String> cells, PrintWriter out) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths.get(i) - width(cells.get(i)));
            line.append(i == 0 ? "" : "  ");
            line.append(right.get(i) ? padding + cells.get(i) : cells.get(i) + padding);
        }
        out.println(line.toString().stripTrailing());
    }

    private static String oneLine(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }

    private static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        boolean wide = switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> character >= 0xFF01 && character <= 0xFF60 || character >= 0x3000 && character <= 0x303F;
        };
        return wide ? 2 : 1;
    }
}
