package io.storehouse.formats;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one file's rows. Equal texts and numbers of a file are shared, for a file has few different ones. */
final class RowParser {
    /** Quantities have at most 9 digits before the point and 3 after it. */
    private static final Pattern QUANTITY = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,3}0*)?");
    /** Prices have at most 9 digits before the point and 4 after it. */
    private static final Pattern PRICE = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,4}0*)?");
    /** Digits of an amount before its point. */
    private static final int AMOUNT_DIGITS = 12;

    private static final Pattern CUSTOMER = Pattern.compile("([0-9]{1,18})(\\.0{1,4})?");
    private static final Pattern FORMULA = Pattern.compile("[=@].*|[+-][\\p{L}(].*", Pattern.DOTALL);
    private static final Map<Column, Integer> LENGTHS =
            Map.of(Column.INVOICE, 32, Column.SKU, 32, Column.NAME, 255, Column.CUSTOMER, 32, Column.STORE, 64);
    private static final int MAX_CELL_SHOWN = 40;

    private final ColumnMapping mapping;
    private final ColumnMapping.Positions positions;
    private final long weeks;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, BigDecimal> numbers = new HashMap<>();
    private String lastTimestamp = "";
    private LocalDateTime lastTime = LocalDateTime.MIN;

    RowParser(ColumnMapping mapping, ColumnMapping.Positions positions, long weeks) {
        this.mapping = mapping;
        this.positions = positions;
        this.weeks = weeks;
    }

    /** Reads a row of cells, or says what is wrong with it. */
    Outcome parse(CsvRows.Row row) {
        if (row.problem() != null) {
            String reason = row.problem() == RejectionCode.NOT_UTF8
                    ? "The line is not UTF-8"
                    : "The line's quotes do not match, or it is too long";
            return new Outcome.Broken(RejectedRow.unread(row.lineNo(), row.problem(), reason, row.text()));
        }
        if (row.fields().size() != positions.width()) {
            String reason = "Expected " + positions.width() + " columns, found "
                    + row.fields().size();
            return new Outcome.Broken(RejectedRow.unread(row.lineNo(), RejectionCode.COLUMN_COUNT, reason, row.text()));
        }
        try {
            return new Outcome.Read(read(row));
        } catch (InvalidCell e) {
            return new Outcome.Broken(rejected(row, e.code, e.reason));
        }
    }

    /** The rejection of a row, with what of it can be read. */
    RejectedRow rejected(CsvRows.Row row, RejectionCode code, String reason) {
        @Nullable String store = attempt(() -> text(row, Column.STORE));
        @Nullable LocalDateTime time = attempt(() -> time(row));
        @Nullable
        BigDecimal amount = attempt(() -> amount(number(row, Column.QUANTITY), number(row, Column.UNIT_PRICE)));
        return new RejectedRow(
                row.lineNo(),
                code,
                reason,
                row.text(),
                store == null || store.isEmpty() ? null : store,
                time == null ? null : time.plusWeeks(weeks).toLocalDate(),
                amount);
    }

    private SalesRow read(CsvRows.Row row) throws InvalidCell {
        String invoice = share(upperCase(row, Column.INVOICE));
        String sku = share(upperCase(row, Column.SKU));
        String name = text(row, Column.NAME);
        String store = required(row, Column.STORE);
        @Nullable String customer = customer(row);
        BigDecimal quantity = number(row, Column.QUANTITY);
        BigDecimal price = number(row, Column.UNIT_PRICE);
        amount(quantity, price);
        LocalDateTime occurredAt = time(row);
        return new SalesRow(row.lineNo(), row.text(), invoice, sku, name, quantity, occurredAt, price, customer, store);
    }

    private String required(CsvRows.Row row, Column column) throws InvalidCell {
        String text = text(row, column);
        if (text.isEmpty()) {
            throw new InvalidCell(RejectionCode.MISSING_VALUE, header(column) + " is empty");
        }
        return text;
    }

    private String upperCase(CsvRows.Row row, Column column) throws InvalidCell {
        String text = required(row, column).toUpperCase(Locale.ROOT);
        checkLength(text, column);
        return text;
    }

    private String text(CsvRows.Row row, Column column) throws InvalidCell {
        String text = positions.cell(row.fields(), column).strip();
        checkLength(text, column);
        if (text.indexOf('\n') >= 0 && column != Column.NAME) {
            throw new InvalidCell(RejectionCode.BAD_TEXT, header(column) + " spans lines");
        }
        String known = texts.get(text);
        if (known != null) {
            return known;
        }
        if (FORMULA.matcher(text).matches()) {
            throw new InvalidCell(RejectionCode.FORMULA, header(column) + " holds a formula: " + shown(text));
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw new InvalidCell(RejectionCode.BAD_TEXT, header(column) + " holds control characters");
        }
        return share(text);
    }

    private void checkLength(String text, Column column) throws InvalidCell {
        int max = LENGTHS.getOrDefault(column, Integer.MAX_VALUE);
        if (text.length() > max) {
            throw new InvalidCell(
                    RejectionCode.BAD_TEXT, header(column) + " is longer than " + max + " characters: " + shown(text));
        }
    }

    private @Nullable String customer(CsvRows.Row row) throws InvalidCell {
        String text = text(row, Column.CUSTOMER);
        if (text.isEmpty()) {
            return null;
        }
        Matcher number = CUSTOMER.matcher(text);
        if (!number.matches()) {
            throw new InvalidCell(RejectionCode.BAD_NUMBER, "Invalid " + header(Column.CUSTOMER) + ": " + shown(text));
        }
        return share(number.group(1));
    }

    private BigDecimal number(CsvRows.Row row, Column column) throws InvalidCell {
        String text = positions.cell(row.fields(), column).strip();
        Pattern pattern = column == Column.QUANTITY ? QUANTITY : PRICE;
        if (!pattern.matcher(text).matches()) {
            throw new InvalidCell(RejectionCode.BAD_NUMBER, "Invalid " + header(column) + ": '" + shown(text) + "'");
        }
        return numbers.computeIfAbsent(text, RowParser::exact);
    }

    private static BigDecimal exact(String text) {
        BigDecimal stripped = new BigDecimal(text).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal amount(BigDecimal quantity, BigDecimal price) throws InvalidCell {
        BigDecimal amount = quantity.multiply(price);
        if (amount.stripTrailingZeros().scale() > 4 || amount.precision() - amount.scale() > AMOUNT_DIGITS) {
            throw new InvalidCell(
                    RejectionCode.BAD_NUMBER,
                    "Invalid amount: " + amount.toPlainString() + "; it has more than " + AMOUNT_DIGITS
                            + " digits, or more than 4 places");
        }
        return amount;
    }

    private LocalDateTime time(CsvRows.Row row) throws InvalidCell {
        String text = positions.cell(row.fields(), Column.OCCURRED_AT).strip();
        if (text.equals(lastTimestamp)) {
            return lastTime;
        }
        try {
            LocalDateTime time = LocalDateTime.parse(text, mapping.timestamps());
            if (time.getYear() < 1970 || time.getYear() > 2200) {
                throw new InvalidCell(
                        RejectionCode.BAD_DATE, "Invalid " + header(Column.OCCURRED_AT) + ": " + shown(text));
            }
            lastTimestamp = text;
            lastTime = time;
            return time;
        } catch (DateTimeException e) {
            throw new InvalidCell(
                    RejectionCode.BAD_DATE, "Invalid " + header(Column.OCCURRED_AT) + ": '" + shown(text) + "'");
        }
    }

    private String header(Column column) {
        return String.valueOf(mapping.headers().get(column));
    }

    private String share(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static String shown(String cell) {
        return cell.length() <= MAX_CELL_SHOWN ? cell : cell.substring(0, MAX_CELL_SHOWN) + "…";
    }

    private static <T> @Nullable T attempt(Cell<T> cell) {
        try {
            return cell.read();
        } catch (InvalidCell e) {
            return null;
        }
    }

    /** What became of a row. */
    sealed interface Outcome {
        /** All cells read. */
        record Read(SalesRow row) implements Outcome {}

        /** A cell, or the line itself, is broken. */
        record Broken(RejectedRow row) implements Outcome {}
    }

    private interface Cell<T> {
        T read() throws InvalidCell;
    }

    private static final class InvalidCell extends Exception {
        private static final long serialVersionUID = 1L;

        private final RejectionCode code;
        private final String reason;

        InvalidCell(RejectionCode code, String reason) {
            super(reason, null, false, false);
            this.code = code;
            this.reason = reason;
        }
    }
}
