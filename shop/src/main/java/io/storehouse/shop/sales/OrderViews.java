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
    /** What a summary needs, of {@code sale_order o} and its {@code store s}. */
    static final String COLUMNS = """
            select o.id, o.uuid, o.number, s.code as store, o.till, o.customer, o.channel, o.business_date, o.occurred_at,
                o.recorded_at, o.gross, o.discount, o.lines_total, o.tax, o.tax_added, o.rounding, o.payable,
                o.staff
            """;

    private static final String ONE =
            COLUMNS + "from sale_order o join store s on s.id = o.store_id where o.uuid = :id";

    private final JdbcClient jdbc;

    OrderViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most that many orders, newest first. */
    List<Summary> page(OrderFilter filter, int limit) {
        return jdbc.sql(COLUMNS + filter.sql())
                .params(filter.parameters())
                .param("limit", limit)
                .query((row, number) -> summary(row))
                .list();
    }

    Optional<Order> one(UUID id) {
        Optional<Keyed> header = jdbc.sql(ONE)
                .param("id", id.toString())
                .query((row, number) -> new Keyed(row.getLong("id"), summary(row)))
                .optional();
        return header.map(keyed -> new Order(
                keyed.summary(),
                lines(keyed.key(), trails(keyed.key())),
                payments(keyed.key()),
                voidedBy(keyed.key()).orElse(null)));
    }

    private Optional<UUID> voidedBy(long key) {
        return jdbc.sql("select return_uuid from order_void where order_id = :key")
                .param("key", key)
                .query((row, number) -> UUID.fromString(row.getString("return_uuid")))
                .optional();
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
                select line_no, uuid, sku, name, quantity, unit_price, discount, amount, goods, returned, tax_percent, tax
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
                        row.getBigDecimal("tax_percent"),
                        row.getBigDecimal("tax"),
                        trails.getOrDefault(row.getInt("line_no"), List.of())))
                .list();
    }

    private List<Paid> payments(long key) {
        return jdbc.sql("""
                select p.uuid, p.tender, p.amount, p.tendered, c.card, c.digits
                from payment p
                left join payment_card c on c.order_id = p.order_id and c.payment_no = p.payment_no
                where p.order_id = :key order by p.payment_no
                """)
                .param("key", key)
                .query((row, number) -> new Paid(
                        UUID.fromString(row.getString("uuid")),
                        row.getString("tender"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("tendered"),
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
                row.getBigDecimal("tax"),
                row.getBigDecimal("tax_added"),
                row.getBigDecimal("rounding"),
                row.getBigDecimal("payable"),
                row.getString("staff"));
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
            BigDecimal tax,
            BigDecimal taxAdded,
            BigDecimal rounding,
            BigDecimal payable,
            @Nullable String staff) {}

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
            @Nullable BigDecimal taxPercent,
            BigDecimal tax,
            List<PricedView.Step> trail) {}

    record Paid(
            UUID id,
            String tender,
            BigDecimal amount,
            @Nullable BigDecimal tendered,
            @Nullable PaidCard giftCard) {}

    /** The gift card that paid, with the last four characters of its code. */
    record PaidCard(UUID id, String digits) {}

    /**
     * An order with its parts.
     *
     * @param voidedBy the return that voids it, or null
     */
    record Order(
            @com.fasterxml.jackson.annotation.JsonUnwrapped Summary summary,
            List<SoldLine> lines,
            List<Paid> payments,
            @Nullable UUID voidedBy) {
        String store() {
            return summary.store();
        }
    }
}
