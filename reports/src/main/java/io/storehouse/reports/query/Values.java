package io.storehouse.reports.query;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;

/** Values of DuckDB as text: decimals exact and plain, instants in UTC. */
final class Values {
    private Values() {}

    static String text(Object value) throws SQLException {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof java.sql.Timestamp time) {
            LocalDateTime local = time.toLocalDateTime();
            return local.toString();
        }
        if (value instanceof Instant instant) {
            return instant.toString();
        }
        if (value instanceof Array array) {
            return Arrays.deepToString((Object[]) array.getArray());
        }
        if (value instanceof Blob blob) {
            return HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
        }
        return value.toString();
    }

    /** Whether columns of this class line up on the right. */
    static boolean numeric(Object value) {
        return value instanceof Number;
    }
}
