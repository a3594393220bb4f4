package io.storehouse.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The physical lines of a file, each decoded by itself, so that bytes that are no UTF-8 spoil only their own line. Lines end
 * with LF, CR LF or CR; a byte order mark is dropped.
 */
final class TextLines {
    /** Bytes after which a line is cut and no longer kept. */
    static final int MAX_BYTES = 64 * 1024;

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char REPLACEMENT = '\ufffd';

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream(256);
    private final Deque<Line> unread = new ArrayDeque<>();
    private int position;
    private int limit;
    private boolean skipLineFeed;
    private int lineNo;

    TextLines(InputStream in) {
        this.in = in;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        Line again = unread.poll();
        return again != null ? again : read();
    }

    /** Gives lines back, to be read again in their order. */
    void unread(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            unread.push(lines.get(i));
        }
    }

    private @Nullable Line read() throws IOException {
        if (position == limit && !fill()) {
            return null;
        }
        if (skipLineFeed) {
            skipLineFeed = false;
            if (buffer[position] == '\n') {
                position++;
                return read();
            }
        }
        int start = position;
        int end = endOfLine();
        if (end < limit) {
            return line(buffer, start, end - start);
        }
        return overlong(start);
    }

    /** Where the line ends in the buffer, or the buffer's limit. */
    private int endOfLine() {
        int at = position;
        while (at < limit && buffer[at] != '\n' && buffer[at] != '\r') {
            at++;
        }
        if (at < limit) {
            skipLineFeed = buffer[at] == '\r';
            position = at + 1;
        } else {
            position = limit;
        }
        return at;
    }

    /** A line that goes on beyond the buffer; of what is too long only the beginning is kept. */
    private Line overlong(int start) throws IOException {
        rest.reset();
        int from = start;
        int end = limit;
        boolean whole = false;
        while (!whole) {
            rest.write(buffer, from, Math.min(end - from, MAX_BYTES + 1 - rest.size()));
            if (end < limit || !fill()) {
                whole = true;
            } else {
                from = 0;
                end = endOfLine();
            }
        }
        return line(rest.toByteArray(), 0, rest.size());
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    private Line line(byte[] bytes, int start, int length) {
        lineNo++;
        boolean tooLong = length > MAX_BYTES;
        int kept = Math.min(length, MAX_BYTES);
        String text = new String(bytes, start, kept, StandardCharsets.UTF_8);
        if (lineNo == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (tooLong) {
            return new Line(lineNo, text, RejectionCode.MALFORMED);
        }
        boolean broken = text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes, start, kept);
        return new Line(lineNo, text, broken ? RejectionCode.NOT_UTF8 : null);
    }

    private static boolean isUtf8(byte[] bytes, int start, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * One line without its end.
     *
     * @param problem why it must not be used, or null
     */
    record Line(int lineNo, String text, @Nullable RejectionCode problem) {}
}
