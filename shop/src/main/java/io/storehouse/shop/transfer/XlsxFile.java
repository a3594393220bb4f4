package io.storehouse.shop.transfer;

import io.storehouse.shop.problems.ShopException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the first sheet of an XLSX file (ECMA-376, part 1, 18.3). Its directory is at its end, so it lies on disk while it is
 * read. Of a row only the cells are kept whose columns the first one has.
 */
final class XlsxFile implements RowFile {
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,4})?");
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_DIGITS = 40;
    private static final int LONGEST_ROW = 2 * 1024 * 1024;
    /** What a text takes beside its characters. */
    private static final int TEXT_OVERHEAD = 48;

    private final Path copy;
    private final XlsxParts parts;
    private final List<String> texts;
    private final XlsxPart sheet;
    private int lineNo;
    private int columns = MOST_COLUMNS;

    private XlsxFile(Path copy, XlsxParts parts, long mostTexts) throws IOException {
        this.copy = copy;
        this.parts = parts;
        String workbook = parts.related("", "officeDocument").orElseThrow(XlsxFile::broken);
        Optional<String> shared = parts.related(workbook, "sharedStrings");
        this.texts = shared.isEmpty() ? List.of() : texts(parts, shared.get(), mostTexts);
        this.sheet =
                parts.open(parts.related(workbook, firstSheet(parts, workbook)).orElseThrow(XlsxFile::broken));
    }

    /**
     * Opens a file.
     *
     * @param copy where it lies meanwhile; removed when it is closed, or cannot be opened
     */
    static XlsxFile open(InputStream in, Path copy, TransferSettings settings) throws IOException {
        XlsxParts parts = null;
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                in.transferTo(out);
            }
            parts = XlsxParts.open(copy, settings.maxUnpacked().toBytes());
            return new XlsxFile(copy, parts, settings.maxTexts().toBytes());
        } catch (IOException | RuntimeException e) {
            if (parts != null) {
                parts.close();
            }
            Files.deleteIfExists(copy);
            if (e instanceof RuntimeException failure) {
                throw unreadable(failure);
            }
            throw e;
        }
    }

    static ShopException tooLarge() {
        return new ShopException(
                TransferError.FILE_TOO_LARGE, "Cannot read the workbook: its parts are too large; send CSV");
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (sheet.nextElement("row")) {
                goTo(sheet.attribute("r"));
                List<String> cells = cells();
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    columns = columns == MOST_COLUMNS ? cells.size() : columns;
                    return new Row(lineNo, cells, null);
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (XlsxParts closed = parts;
                XlsxPart also = sheet) {
            // both are closed
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Rows come in their order, each once: a report names them by their numbers. */
    private void goTo(@Nullable String number) throws IOException {
        int next = number == null ? lineNo + 1 : Integer.parseInt(number);
        if (next <= lineNo) {
            throw new IOException("Cannot read the workbook: row " + next + " comes after row " + lineNo);
        }
        lineNo = next;
    }

    private List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        int column = -1;
        int length = 0;
        while (sheet.nextInside("row")) {
            if (!sheet.name().equals("c")) {
                continue;
            }
            String address = sheet.attribute("r");
            column = address == null ? column + 1 : column(address);
            if (column >= MOST_COLUMNS) {
                throw broken();
            }
            String text = cell();
            length += text.length();
            if (length > LONGEST_ROW) {
                throw tooLarge();
            }
            if (column < columns) {
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, text);
            }
        }
        return cells;
    }

    private String cell() throws IOException {
        String type = sheet.attribute("t");
        String text = "";
        while (sheet.nextInside("c")) {
            switch (sheet.name()) {
                case "v" -> text = value(type == null ? "n" : type, sheet.text());
                case "is" -> text = sheet.richText("is");
                // a formula counts by its value
                case "f" -> sheet.text();
                default -> {}
            }
        }
        return text;
    }

    private String value(String type, String written) throws IOException {
        return switch (type) {
            case "s" -> texts.get(Integer.parseInt(written.strip()));
            case "n" -> number(written.strip());
            case "b" -> written.strip().equals("1") ? "true" : "false";
            case "e" -> "";
            case "str", "d", "inlineStr" -> written;
            default -> throw broken();
        };
    }

    /** The number without an exponent; as it is written where that would be long, or where it is none. */
    private static String number(String written) {
        if (!NUMBER.matcher(written).matches()) {
            return written;
        }
        BigDecimal number = new BigDecimal(written);
        return Math.abs(number.scale()) > MOST_DIGITS
                ? written
                : number.stripTrailingZeros().toPlainString();
    }

    private static int column(String address) throws IOException {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            throw broken();
        }
        return matcher.group(1).chars().reduce(0, (sum, letter) -> 26 * sum + letter - 'A' + 1) - 1;
    }

    private static String firstSheet(XlsxParts parts, String workbook) throws IOException {
        try (XlsxPart xml = parts.open(workbook)) {
            String id = xml.nextElement("sheet") ? xml.attribute("id") : null;
            return Optional.ofNullable(id).orElseThrow(XlsxFile::broken);
        }
    }

    private static List<String> texts(XlsxParts parts, String name, long most) throws IOException {
        List<String> texts = new ArrayList<>();
        long taken = 0;
        try (XlsxPart xml = parts.open(name)) {
            while (xml.nextElement("si")) {
                String text = xml.richText("si");
                taken += TEXT_OVERHEAD + 2L * text.length();
                if (taken > most) {
                    throw tooLarge();
                }
                texts.add(text);
            }
        }
        return texts;
    }

    private static IOException broken() {
        return new IOException("Cannot read the workbook: it is no spreadsheet");
    }

    /** What a broken file makes a parser throw; a refusal stays what it is. */
    private static RuntimeException unreadable(RuntimeException failure) throws IOException {
        if (failure instanceof ShopException) {
            return failure;
        }
        throw new IOException(failure);
    }
}
