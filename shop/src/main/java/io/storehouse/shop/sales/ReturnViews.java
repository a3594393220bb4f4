package io.storehouse.shop.sales;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.storehouse.shop.documents.Rows;
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

/** Returns as they are read back. */
@Component
class ReturnViews {
    /** What a summary needs, of {@code sale_return r}, its store {@code s} and its sale {@code o}. */
    static final String COLUMNS = """
            select r.id, r.uuid, r.number, s.code as store, r.till, r.customer, r.channel, o.uuid as order_uuid,
                r.business_date, r.occurred_at, r.recorded_at, r.lines_total, r.tax, r.tax_added, r.rounding, r.payable,
                r.approved_by, r.staff
            """;

    private static final String ONE = COLUMNS + """
                , exists (select 1 from order_void v where v.return_uuid = r.uuid) as voids
            from sale_return r
            join store s on s.id = r.store_id
            left join sale_order o on o.id = r.order_id
            where r.uuid = :id
            """;

    private final JdbcClient jdbc;

    ReturnViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most that many returns. */
    List<Summary> page(ReturnFilter filter, int limit) {
        return jdbc.sql(COLUMNS + filter.sql())
                .params(filter.parameters())
                .param("limit", limit)
                .query((row, number) -> summary(row))
                .list();
    }

    Optional<Return> one(UUID id) {
        Optional<Keyed> header = jdbc.sql(ONE)
                .param("id", id.toString())
                .query((row, number) -> new Keyed(row.getLong("id"), summary(row), row.getBoolean("voids")))
                .optional();
        return header.map(
                keyed -> new Return(keyed.summary(), lines(keyed.key()), refunds(keyed.key()), keyed.voids()));
    }

    private List<TakenLine> lines(long key) {
        return jdbc.sql("""
                select line_no, uuid, order_line_no, sku, name, quantity, unit_price, amount, reason, disposition, goods,
                    tax_percent, tax
                from return_line where return_id = :key order by line_no
                """)
                .param("key", key)
                .query((row, number) -> new TakenLine(
                        row.getInt("line_no"),
                        UUID.fromString(row.getString("uuid")),
                        row.getObject("order_line_no", Integer.class),
                        row.getString("sku"),
                        row.getString("name"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("unit_price"),
                        row.getBigDecimal("amount"),
                        row.getString("reason"),
                        row.getString("disposition"),
                        row.getBoolean("goods"),
                        row.getBigDecimal("tax_percent"),
                        row.getBigDecimal("tax")))
                .list();
    }

    private List<Refund> refunds(long key) {
        return jdbc.sql("select uuid, tender, amount from refund where return_id = :key order by refund_no")
                .param("key", key)
                .query((row, number) -> new Refund(
                        UUID.fromString(row.getString("uuid")), row.getString("tender"), row.getBigDecimal("amount")))
                .list();
    }

    private static Summary summary(ResultSet row) throws SQLException {
        String order = row.getString("order_uuid");
        return new Summary(
                UUID.fromString(row.getString("uuid")),
                row.getString("number"),
                row.getString("store"),
                row.getString("till"),
                row.getString("customer"),
                row.getString("channel"),
                order == null ? null : UUID.fromString(order),
                row.getObject("business_date", LocalDate.class),
                Rows.instant(row.getObject("occurred_at", LocalDateTime.class)),
                Rows.instant(row.getObject("recorded_at", LocalDateTime.class)),
                row.getBigDecimal("lines_total"),
                row.getBigDecimal("tax"),
                row.getBigDecimal("tax_added"),
                row.getBigDecimal("rounding"),
                row.getBigDecimal("payable"),
                row.getString("approved_by"),
                row.getString("staff"));
    }

    private record Keyed(long key, Summary summary, boolean voids) {}

    /**
     * A return.
     *
     * @param orderId the sale that it undoes; null for one without a receipt
     * @param approvedBy who approved it, where that was needed
     */
    record Summary(
            UUID id,
            String number,
            String store,
            @Nullable String till,
            @Nullable String customer,
            String channel,
            @Nullable UUID orderId,
            LocalDate businessDate,
            Instant occurredAt,
            Instant recordedAt,
            BigDecimal linesTotal,
            BigDecimal tax,
            BigDecimal taxAdded,
            BigDecimal rounding,
            BigDecimal payable,
            @Nullable String approvedBy,
            @Nullable String staff) {}

    /**
     * What came back.
     *
     * @param orderLineNo the line of the sale; null without a receipt
     */
    record TakenLine(
            int lineNo,
            UUID id,
            @Nullable Integer orderLineNo,
            String sku,
            String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal amount,
            String reason,
            String disposition,
            boolean goods,
            @Nullable BigDecimal taxPercent,
            BigDecimal tax) {}

    /** Money that went back. */
    record Refund(UUID id, String tender, BigDecimal amount) {}

    /**
     * A return with its parts.
     *
     * @param voids whether it takes all of an order back within its shift
     */
    record Return(@JsonUnwrapped Summary summary, List<TakenLine> lines, List<Refund> refunds, boolean voids) {
        String store() {
            return summary.store();
        }
    }
}
