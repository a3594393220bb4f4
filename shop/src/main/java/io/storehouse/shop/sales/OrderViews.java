package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.stores.StoreScope;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders as they are read back, newest first. */
@Component
class OrderViews {
    private static final String SUMMARY = """
            select o.id, o.uuid, o.number, s.code as store, o.till, o.customer, o.channel, o.business_date, o.occurred_at,
                o.recorded_at, o.gross, o.discount, o.lines_total, o.rounding, o.payable
            from sale_order o
            join store s on s.id = o.store_id
            """;

    private final JdbcClient jdbc;

    OrderViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most that many orders of the stores that were recorded before the given one. */
    List<Summary> page(StoreScope scope, @Nullable LocalDate businessDate, @Nullable UUID after, int limit) {
        String day = businessDate == null ? "" : "and o.business_date = :date ";
        String before = after == null ? "" : "and o.id < (select id from sale_order where uuid = :after) ";
        StoreScope.Condition own = scope.onKey("o.store_id");
        return jdbc.sql(SUMMARY + "where " + own.sql() + " " + day + before + "order by o.id desc limit :limit")
                .params(own.parameters())
                .param("date", businessDate)
                .param("after", after == null ? null : after.toString())
                .param("limit", limit)
                .query((row, number) -> summary(row))
                .list();
    }

    Optional<Order> one(UUID id) {
        Optional<Keyed> header = jdbc.sql(SUMMARY + "where o.uuid = :id")
                .param("id", id.toString())
                .query((row, number) -> new Keyed(row.getLong("id"), summary(row)))
                .optional();
        return header.map(keyed -> new Order(keyed.summary(), lines(keyed.key()), payments(keyed.key())));
    }

    private List<SoldLine> lines(long key) {
        return jdbc.sql("""
                select line_no, uuid, sku, name, quantity, unit_price, discount, amount, goods, returned
                from sale_line where order_id = :key order by line_no
                """)
                .param("key", key)
                .query((row, number) -> new SoldLine(
                        row.getInt("line_no"),
                        UUID.fromString(row.getString("uuid")),
                        row.getString("sku"),
                        row.getString("name"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("unit_price"),
                        row.getBigDecimal("discount"),
                        row.getBigDecimal("amount"),
                        row.getBoolean("goods"),
                        row.getBigDecimal("returned")))
                .list();
    }

    private List<Tendered> payments(long key) {
        return jdbc.sql("select uuid, tender, amount from payment where order_id = :key order by payment_no")
                .param("key", key)
                .query((row, number) -> new Tendered(
                        UUID.fromString(row.getString("uuid")), row.getString("tender"), row.getBigDecimal("amount")))
                .list();
    }

    private static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                UUID.fromString(row.getString("uuid")),
                row.getString("number"),
                row.getString("store"),
                row.getString("till"),
                row.getString("customer"),
                row.getString("channel"),
                row.getObject("business_date", LocalDate.class),
                Rows.instant(row.getObject("occurred_at", LocalDateTime.class)),
                Rows.instant(row.getObject("recorded_at", LocalDateTime.class)),
                row.getBigDecimal("gross"),
                row.getBigDecimal("discount"),
                row.getBigDecimal("lines_total"),
                row.getBigDecimal("rounding"),
                row.getBigDecimal("payable"));
    }

    private record Keyed(long key, Summary summary) {}

    record Summary(
            UUID id,
            String number,
            String store,
            @Nullable String till,
            @Nullable String customer,
            String channel,
            LocalDate businessDate,
            Instant occurredAt,
            Instant recordedAt,
            BigDecimal gross,
            BigDecimal discount,
            BigDecimal linesTotal,
            BigDecimal rounding,
            BigDecimal payable) {}

    record SoldLine(
            int lineNo,
            UUID id,
            String sku,
            String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            BigDecimal amount,
            boolean goods,
            BigDecimal returned) {}

    record Order(
            @com.fasterxml.jackson.annotation.JsonUnwrapped Summary summary,
            List<SoldLine> lines,
            List<Tendered> payments) {
        String store() {
            return summary.store();
        }
    }
}
