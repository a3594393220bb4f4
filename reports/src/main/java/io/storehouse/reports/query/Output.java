package io.storehouse.reports.query;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** How rows are written. */
enum Output {
    TABLE {
        @Override
        void write(ResultSet rows, PrintWriter out) throws SQLException {
            TextTable.write(rows, out);
        }
    },
    CSV {
        @Override
        void write(ResultSet rows, PrintWriter out) throws SQLException {
            int columns = rows.getMetaData().getColumnCount();
            for (int i = 1; i <= columns; i++) {
                out.print(i == 1 ? "" : ",");
                out.print(quoted(rows.getMetaData().getColumnLabel(i)));
            }
            out.print("\r\n");
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    out.print(i == 1 ? "" : ",");
                    Object value = rows.getObject(i);
                    out.print(value == null ? "" : quoted(Values.text(value)));
                }
                out.print("\r\n");
            }
        }

        /** By RFC 4180; an empty text is quoted, to tell it from NULL. */
        private String quoted(String text) {
            boolean plain =
                    !text.isEmpty() && text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
            return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
        }
    },
    JSON {
        @Override
        void write(ResultSet rows, PrintWriter out) throws SQLException {
            JsonRows.write(rows, out);
        }
    };

    abstract void write(ResultSet rows, PrintWriter out) throws SQLException;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
