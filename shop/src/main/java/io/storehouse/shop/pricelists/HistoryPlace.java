package io.storehouse.shop.pricelists;

import io.storehouse.shop.problems.CommonError;
import io.storehouse.shop.problems.ShopException;
import java.time.DateTimeException;
import java.time.Instant;

/** A place in a price's history. */
record HistoryPlace(Instant validFrom, long change) {
    /** After all that was ever said. */
    static final HistoryPlace END = new HistoryPlace(Instant.parse("9999-01-01T00:00:00Z"), 0);

    private static final String BETWEEN = "_";
    private static final int PARTS = 2;

    /** The place as clients send it back. */
    String text() {
        return validFrom + BETWEEN + change;
    }

    /**
     * The place that {@link #text} wrote.
     *
     * @throws ShopException {@code unreadable}
     */
    static HistoryPlace of(String text) {
        String[] parts = text.split(BETWEEN, PARTS);
        if (parts.length < PARTS) {
            throw unreadable(text);
        }
        try {
            Instant from = Instant.parse(parts[0]);
            if (from.isBefore(Instant.EPOCH) || from.isAfter(END.validFrom)) {
                throw unreadable(text);
            }
            return new HistoryPlace(from, Long.parseLong(parts[1]));
        } catch (DateTimeException | NumberFormatException e) {
            throw unreadable(text);
        }
    }

    private static ShopException unreadable(String text) {
        return new ShopException(CommonError.UNREADABLE, "Invalid place in a list: '" + text + "'");
    }
}
