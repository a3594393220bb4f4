package io.storehouse.shop.documents;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes many rows by one statement: inserts in bulk, updates pipelined with a count for each. */
@Component
public class Rows {
    private final JdbcTemplate jdbc;

    Rows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Runs the statement for each row of parameters.
     *
     * @return for updates the count of each; for inserts nothing to rely on
     */
    public int[] write(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return jdbc.batchUpdate(sql, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int row) throws SQLException {
                set(statement, rows.get(row));
            }

            @Override
            public int getBatchSize() {
                return rows.size();
            }
        });
    }

    /** {@code insert into table (columns) values (?, …)}. */
    public static String insert(String table, String... columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + IntStream.range(0, columns.length).mapToObj(i -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /**
     * The instant as tables keep it: UTC, to the microsecond.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code invalid-document} for one that no calendar holds
     */
    public static LocalDateTime utc(Instant instant) {
        try {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Texts.invalid("Invalid time: " + instant);
        }
    }

    /** The instant that {@link #utc} wrote. */
    public static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    private static void set(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            set(statement, i + 1, row[i]);
        }
    }

    /** By the setters of the usual types: setObject would look for each value's type anew. */
    private static void set(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(at, text);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(at, number);
        } else if (value instanceof Long number) {
            statement.setLong(at, number);
        } else if (value instanceof Integer number) {
            statement.setInt(at, number);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(at, flag);
        } else if (value instanceof UUID id) {
            statement.setString(at, id.toString());
        } else {
            statement.setObject(at, value);
        }
    }
}
