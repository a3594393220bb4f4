package io.storehouse.shop.printing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Paper in the commands of ESC/POS printers with 48 columns on 80 mm paper. Text is GB18030 in Chinese mode, whatever the
 * language: its first half is ASCII, and such a printer gives each longer character two columns.
 */
final class EscPosPaper {
    private static final Charset TEXT = Charset.forName("GB18030");
    private static final int COLUMNS = 48;

    private static final byte[] INITIALIZE = {0x1B, 0x40};
    private static final byte[] CHINESE = {0x1C, 0x26};
    /** Pin 2, 50 ms on, 500 ms off. */
    private static final byte[] OPEN_DRAWER = {0x1B, 0x70, 0x00, 0x19, (byte) 0xFA};

    private static final byte[] LEFT = {0x1B, 0x61, 0x00};
    private static final byte[] CENTRE = {0x1B, 0x61, 0x01};
    private static final byte[] BOLD = {0x1B, 0x45, 0x01};
    private static final byte[] LIGHT = {0x1B, 0x45, 0x00};
    /** Feeds to the knife, and leaves one point uncut. */
    private static final byte[] CUT = {0x1D, 0x56, 0x42, 0x00};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private EscPosPaper() {}

    static byte[] of(Paper paper) {
        EscPosPaper printer = new EscPosPaper();
        printer.send(INITIALIZE);
        printer.send(CHINESE);
        if (paper.opensDrawer()) {
            printer.send(OPEN_DRAWER);
        }
        paper.rows().forEach(printer::print);
        printer.send(CUT);
        return printer.out.toByteArray();
    }

    private void print(Row row) {
        switch (row.style()) {
            case HEADING -> {
                send(BOLD);
                centre(row.left());
                send(LIGHT);
            }
            case CENTRE -> centre(row.left());
            case PLAIN -> columns(row.left(), row.right()).forEach(this::line);
            case STRONG -> {
                send(BOLD);
                columns(row.left(), row.right()).forEach(this::line);
                send(LIGHT);
            }
            case RULE -> line("-".repeat(COLUMNS));
        }
    }

    private void centre(String text) {
        send(CENTRE);
        wrap(text, COLUMNS).forEach(this::line);
        send(LEFT);
    }

    private void line(String text) {
        send(text.getBytes(TEXT));
        out.write('\n');
    }

    private void send(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    /** The texts at both edges of one line; where they do not fit, the right one gets a line of its own. */
    static List<String> columns(String left, String right) {
        String end = Printable.of(right);
        if (end.isEmpty()) {
            return wrap(left, COLUMNS);
        }
        List<String> lines = new ArrayList<>(wrap(left, COLUMNS));
        String last = lines.get(lines.size() - 1);
        int gap = COLUMNS - width(last) - width(end);
        if (gap >= 1) {
            lines.set(lines.size() - 1, last + " ".repeat(gap) + end);
            return lines;
        }
        for (String rest : wrap(end, COLUMNS)) {
            lines.add(" ".repeat(COLUMNS - width(rest)) + rest);
        }
        return lines;
    }

    /** The text in lines of at most that many columns, at least one; no character is split. */
    private static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int point : Printable.of(text).codePoints().toArray()) {
            int width = width(Character.toString(point));
            if (used + width > columns) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.appendCodePoint(point);
            used += width;
        }
        lines.add(line.toString());
        return lines;
    }

    /** Columns of a text: one for each character of one byte, two for each longer one. */
    static int width(String text) {
        return text.codePoints()
                .map(point -> Character.toString(point).getBytes(TEXT).length == 1 ? 1 : 2)
                .sum();
    }
}
