package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row of a table as it is. */
record Row(Map<String, Object> columns) {
    static List<Row> all(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query().listOfRows().stream().map(Row::new).toList();
    }

    String text(String name) {
        return String.valueOf(columns.get(name));
    }

    boolean has(String name) {
        return columns.get(name) != null;
    }

    BigDecimal decimal(String name) {
        return new BigDecimal(text(name));
    }

    long number(String name) {
        return decimal(name).longValueExact();
    }

    @Nullable
    LocalDateTime time(String name) {
        Object value = columns.get(name);
        return value == null ? null : ((java.sql.Timestamp) value).toLocalDateTime();
    }

    boolean flag(String name) {
        return List.of("true", "1").contains(text(name));
    }

    String required(String name) {
        return Objects.requireNonNull(columns.get(name), name).toString();
    }
}
