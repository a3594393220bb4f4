package io.storehouse.shop.exports;

import io.storehouse.shop.problems.CommonError;
import io.storehouse.shop.problems.ShopException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms of files of rows. */
public enum SheetFormat {
    /** RFC 4180 in UTF-8 with a byte order mark. */
    CSV("text/csv;charset=UTF-8"),
    /** A workbook. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String contentType;

    SheetFormat(String contentType) {
        this.contentType = contentType;
    }

    /** As HTTP names it. */
    public String contentType() {
        return contentType;
    }

    /** The end of a file's name, and the format's name in requests. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Begins a file. */
    public Sheet open(OutputStream out) throws IOException {
        return this == CSV ? new CsvSheet(out) : new XlsxSheet(out);
    }

    /**
     * The format that was asked for; CSV where none was.
     *
     * @throws ShopException {@code unreadable}
     */
    public static SheetFormat of(@Nullable String name) {
        if (name == null) {
            return CSV;
        }
        return Stream.of(values())
                .filter(format -> format.extension().equals(name))
                .findFirst()
                .orElseThrow(() -> new ShopException(
                        CommonError.UNREADABLE, "Invalid format: '" + name + "'; expected csv or xlsx"));
    }
}
