package io.storehouse.shop.transfer;

import io.storehouse.formats.CsvRows;
import io.storehouse.formats.RejectionCode;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file; what is broken stays in its own line. */
final class CsvFile implements RowFile {
    private final CsvRows rows;
    private boolean header = true;

    CsvFile(InputStream in) {
        this.rows = new CsvRows(in);
    }

    @Override
    public @Nullable Row next() throws IOException {
        CsvRows.Row row = rows.next();
        if (row == null) {
            return null;
        }
        if (header) {
            rows.expectWidth(row.fields().size());
            header = false;
        }
        return new Row(row.lineNo(), row.fields(), problem(row.problem()));
    }

    @Override
    public void close() {
        // the stream is the caller's
    }

    private static @Nullable RowProblem problem(@Nullable RejectionCode code) {
        if (code == null) {
            return null;
        }
        return code == RejectionCode.NOT_UTF8
                ? new RowProblem(null, "not-utf8", "The line is not UTF-8")
                : new RowProblem(null, "malformed", "The line's quotes do not match, or it is too long");
    }
}
