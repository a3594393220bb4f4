package io.storehouse.shop.transfer;

import io.storehouse.shop.exports.FormulaEscape;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row by the names of its columns. */
public final class Cells {
    private static final Pattern FORMULA = Pattern.compile("[=@].*|[+-][\\p{L}(].*", Pattern.DOTALL);
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,12})?");
    private static final Pattern SERIAL = Pattern.compile("[0-9]{1,5}");
    /** Day 0 of spreadsheets, as they count from March 1900 on. */
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

    private static final String NOTHING = "-";

    private final Map<String, Integer> positions;
    private final List<String> row;

    Cells(Map<String, Integer> positions, List<String> row) {
        this.positions = positions;
        this.row = row;
    }

    /**
     * The cell's text without blanks around it; null where the column or the text is not there. A leading {@code '} that an export
     * put before what a spreadsheet would run is taken off.
     *
     * @throws RowProblem {@code formula}
     */
    public @Nullable String text(String column) {
        Integer position = positions.get(column);
        String text = position == null || position >= row.size()
                ? ""
                : row.get(position).strip();
        if (text.isEmpty()) {
            return null;
        }
        String plain = FormulaEscape.unescape(text);
        if (plain.equals(text) && FORMULA.matcher(text).matches()) {
            throw new RowProblem(column, "formula", "The cell holds a formula");
        }
        return plain;
    }

    /**
     * The cell's text.
     *
     * @throws RowProblem {@code missing-value}, {@code formula}
     */
    public String required(String column) {
        String text = text(column);
        if (text == null) {
            throw new RowProblem(column, "missing-value", "The cell is empty");
        }
        return text;
    }

    /**
     * The cell as a date, written {@code yyyy-MM-dd} or as a spreadsheet's day.
     *
     * @throws RowProblem {@code invalid-date}
     */
    public @Nullable LocalDate date(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return SERIAL.matcher(text).matches()
                    ? SPREADSHEET_EPOCH.plusDays(Long.parseLong(text))
                    : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new RowProblem(column, "invalid-date", "Expected yyyy-MM-dd");
        }
    }

    /** How many characters the row has. */
    int length() {
        return row.stream().mapToInt(String::length).sum();
    }

    /** The cell's text as it stands in the file; empty where there is none. */
    String raw(String column) {
        Integer position = positions.get(column);
        return position == null || position >= row.size() ? "" : row.get(position);
    }

    /** Whether the cell says that there shall be nothing: a single hyphen. */
    public boolean clears(String column) {
        return raw(column).strip().equals(NOTHING);
    }

    /**
     * The cell as a number, with a point before its places and nothing between its digits.
     *
     * @throws RowProblem {@code invalid-number}
     */
    public @Nullable BigDecimal decimal(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw new RowProblem(column, "invalid-number", "Expected a number such as 12.50");
        }
        return new BigDecimal(text);
    }

    /**
     * The cell as an instant, written as {@code 2026-03-01T09:00:00Z} or with another offset.
     *
     * @throws RowProblem {@code invalid-time}
     */
    public @Nullable Instant instant(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new RowProblem(column, "invalid-time", "Expected a time such as 2026-03-01T09:00:00Z");
        }
    }
}
