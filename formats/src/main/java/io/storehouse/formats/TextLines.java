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
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
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
        line.reset();
        boolean any = false;
        boolean tooLong = false;
        while (position < limit || fill()) {
            byte next = buffer[position++];
            if (next == '\n' && skipLineFeed) {
                skipLineFeed = false;
                continue;
            }
            skipLineFeed = next == '\r';
            if (next == '\n' || next == '\r') {
                return decode(tooLong);
            }
            any = true;
            tooLong |= line.size() >= MAX_BYTES;
            if (!tooLong) {
                line.write(next);
            }
        }
        return any ? decode(tooLong) : null;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    private Line decode(boolean tooLong) {
        lineNo++;
        byte[] bytes = line.toByteArray();
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (lineNo == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (tooLong) {
            return new Line(lineNo, text, RejectionCode.MALFORMED);
        }
        boolean broken = text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes);
        return new Line(lineNo, text, broken ? RejectionCode.NOT_UTF8 : null);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
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
