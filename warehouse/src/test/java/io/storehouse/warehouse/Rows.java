package io.storehouse.warehouse;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as text, the same for equal values of any engine. */
final class Rows {
    private Rows() {}

    static String text(List<? extends @Nullable Object> values) {
        return String.join(" | ", values.stream().map(Rows::text).toList());
    }

    private static String text(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant().toString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        return String.valueOf(value);
    }
}
