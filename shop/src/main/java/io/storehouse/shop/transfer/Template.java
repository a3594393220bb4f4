package io.storehouse.shop.transfer;

import io.storehouse.shop.exports.Sheet;
import io.storehouse.shop.exports.SheetFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A file to fill in: the names of the columns and a line of help below them, which an import skips. */
public final class Template {
    /** How the line of help begins, so that it is no row. */
    static final String HELP = "# ";

    private static final String CHINESE = "zh";

    private Template() {}

    /** The template of the rows as a download, in that language. */
    public static ResponseEntity<String> answer(RowImport<?> rows, String language) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, SheetFormat.CSV.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + rows.name() + ".csv\"")
                .body(text(rows, language));
    }

    static String text(RowImport<?> rows, String language) {
        List<@Nullable Object> names = new ArrayList<>();
        List<@Nullable Object> help = new ArrayList<>();
        for (Column column : rows.columns()) {
            if (column.need() != Column.Need.IGNORED) {
                boolean chinese = language.equals(CHINESE);
                names.add(chinese ? column.chinese() : column.name());
                help.add((help.isEmpty() ? HELP : "") + (chinese ? column.chineseHelp() : column.help()));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheet sheet = SheetFormat.CSV.open(out)) {
            sheet.add(names);
            sheet.add(help);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
