package io.storehouse.formats;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row that became nothing else.
 *
 * @param lineNo of the row's first line in the file, the header being line 1
 * @param reason why, for people
 * @param text the row as read, cut at {@link #MAX_TEXT} characters
 * @param store where it could be read, else null
 * @param businessDate the shifted local date where it could be read, else null
 * @param amount quantity × price where both could be read and the product has at most 4 places, else null
 */
public record RejectedRow(
        int lineNo,
        RejectionCode code,
        String reason,
        String text,
        @Nullable String store,
        @Nullable LocalDate businessDate,
        @Nullable BigDecimal amount) {
    /** Characters of a rejected row that are kept. */
    public static final int MAX_TEXT = 1_000;

    /** Cuts the text. */
    public RejectedRow {
        text = cut(text);
    }

    static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }

    static RejectedRow unread(int lineNo, RejectionCode code, String reason, String text) {
        return new RejectedRow(lineNo, code, reason, text, null, null, null);
    }
}
