package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.pricing.PricedView;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders as they are read back, newest first. */
@Component
class OrderViews {
    private static final String COLUMNS = """
            select o.id, o.uuid, o.number, s.code as store, o.till, o.customer, o.channel, o.business_date, o.occurred_at,
                o.recorded_at, o.gross, o.discount, o.lines_total, o.rounding, o.payable
            """;
    private static final String ONE = COLUMNS + """
            from sale_order o
            join store s on s.id = o.store_id
            where o.uuid = :id
            """;
    /** The index is named: the optimizer would rather walk the primary key through all other stores' orders. */
    private static final String OF_STORE = COLUMNS + """
            from sale_order o force index (sale_order_store)
            join store s on s.id = o.store_id
            where o.store_id = (select id from store where code = :store)
            """;

    private static final String OF_DAY = COLUMNS + """
            from sale_order o force index (sale_order_day)
            join store s on s.id = o.store_id
            where o.store_id = (select id from store where code = :store) and o.business_date = :date
            """;

    private final JdbcClient jdbc;

    OrderViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most that many orders of a store that were recorded before the given one. */
    List<Summary> page(String store, @Nullable LocalDate businessDate, @Nullable UUID after, int limit) {
        return jdbc.sql(pageSql(businessDate != null, after != null))
                .param("store", store)
                .param("date", businessDate)
                .param("after", after == null ? null : after.toString())
                .param("limit", limit)
                .query((row, number) -> summary(row))
                .list();
    }

    /** A page's statement, with or without its optional parameters {@code date} and {@code after}. */
    static String pageSql(boolean ofDay, boolean goesOn) {
        String before = goesOn ? "and o.id < (select id from sale_order where uuid = :after) " : "";
        return (ofDay ? OF_DAY : OF_STORE) + before + "order by o.id desc limit :limit";
    }

    Optional<Order> one(UUID id) {
        Optional<Keyed> header = jdbc.sql(ONE)
                .param("id", id.toString())
                .query((row, number) -> new Keyed(row.getLong("id"), summary(row)))
                .optional();
        return header.map(
                keyed -> new Order(keyed.summary(), lines(keyed.key(), trails(keyed.key())), payments(keyed.key())));
    }

    private Map<Integer, List<PricedView.Step>> trails(long key) {
        Map<Integer, List<PricedView.Step>> trails = new HashMap<>();
        jdbc.sql("""
                select line_no, kind, rule, coupon, amount
                from sale_line_trail where order_id = :key order by line_no, step_no
                """).param("key", key).query(row -> {
            trails.computeIfAbsent(row.getInt("line_no"), line -> new ArrayList<>())
                    .add(new PricedView.Step(
                            row.getString("kind"),
                            row.getString("rule"),
                            row.getString("coupon"),
                            row.getBigDecimal("amount")));
        });
        return trails;
    }

    private List<SoldLine> lines(long key, Map<Integer, List<PricedView.Step>> trails) {
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
                        row.getBigDecimal("returned"),
                        trails.getOrDefault(row.getInt("line_no"), List.of())))
                .list();
    }

    private List<Paid> payments(long key) {
        return jdbc.sql("""
                select p.uuid, p.tender, p.amount, c.card, c.digits
                from payment p
                left join payment_card c on c.order_id = p.order_id and c.payment_no = p.payment_no
                where p.order_id = :key order by p.payment_no
                """)
                .param("key", key)
                .query((row, number) -> new Paid(
                        UUID.fromString(row.getString("uuid")),
                        row.getString("tender"),
                        row.getBigDecimal("amount"),
                        row.getString("card") == null
                                ? null
                                : new PaidCard(UUID.fromString(row.getString("card")), row.getString("digits"))))
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
            BigDecimal returned,
            List<PricedView.Step> trail) {}

    record Paid(
            UUID id,
            String tender,
            BigDecimal amount,
            @Nullable PaidCard giftCard) {}

    /** The gift card that paid, with the last four characters of its code. */
    record PaidCard(UUID id, String digits) {}

    record Order(
            @com.fasterxml.jackson.annotation.JsonUnwrapped Summary summary,
            List<SoldLine> lines,
            List<Paid> payments) {
        String store() {
            return summary.store();
        }
    }
}
