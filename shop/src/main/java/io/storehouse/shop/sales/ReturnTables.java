package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.taxes.LineTax;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of returns, and what is left to return of sales. */
@Component
class ReturnTables {
    private static final String INSERT_RETURN = """
            insert into sale_return (
                id, uuid, number, order_id, approved_by, store_id, till, customer, channel, occurred_at, recorded_at,
                business_date, business_time, currency, lines_total, rounding, payable, shift_id, tax, tax_added, staff,
                gift_cards, trades)
            values (
                ?, ?, ?, nullif(?, 0), nullif(?, ''), ?, nullif(?, ''), nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?,
                nullif(?, 0), ?, ?, nullif(?, ''), ?, ?)
            """;
    private static final String INSERT_LINE = """
            insert into return_line (
                return_id, line_no, uuid, order_line_no, sku, name, quantity, unit_price, amount, reason, disposition,
                goods, tax_percent, tax, gift_card)
            values (?, ?, ?, nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, -1.0000), ?, ?)
            """;
    private static final String INSERT_REFUND =
            Rows.insert("refund", "return_id", "refund_no", "uuid", "tender", "amount");
    private static final String TAKE_LINE = """
            update sale_line
            set returned = returned + ?
            where order_id = ? and line_no = ? and sku = ? and returned + ? <= quantity
            """;
    private static final String TAKE_TENDER = """
            update captured
            set refunded = refunded + ?
            where order_id = ? and tender = ? and refunded + ? <= amount
            """;

    private final JdbcClient jdbc;
    private final Rows rows;

    ReturnTables(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The surrogate keys of the known orders among the ids. */
    Map<UUID, Long> orderKeys(Collection<UUID> ids) {
        Map<UUID, Long> keys = new HashMap<>();
        if (ids.isEmpty()) {
            return keys;
        }
        jdbc.sql("select uuid, id from sale_order where uuid in (:ids)")
                .param("ids", ids.stream().map(UUID::toString).toList())
                .query(row -> {
                    keys.put(UUID.fromString(row.getString("uuid")), row.getLong("id"));
                });
        return keys;
    }

    /** Makes other returns of these orders wait. */
    void lock(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("select id from sale_order where uuid in (:ids) order by id for update")
                    .param("ids", ids.stream().map(UUID::toString).toList())
                    .query(Long.class)
                    .list();
        }
    }

    /** The known orders among the ids, with those of their lines. */
    Map<UUID, SoldOrder> sold(Collection<UUID> ids, Collection<Integer> lineNos) {
        Map<UUID, SoldOrder> orders = new HashMap<>();
        if (ids.isEmpty()) {
            return orders;
        }
        List<String> uuids = ids.stream().map(UUID::toString).toList();
        Map<Long, Map<Integer, SoldOrder.Line>> lines = new HashMap<>();
        jdbc.sql("""
                select l.order_id, l.line_no, l.quantity, l.amount, l.cogs, l.returned, l.tax_percent, l.tax,
                    if(l.gift_card, l.uuid, null) as gift_card, (
                        select coalesce(sum(b.amount), 0)
                        from sale_return r
                        join return_line b on b.return_id = r.id
                        where r.order_id = l.order_id and b.order_line_no = l.line_no
                    ) as amount_returned, (
                        select coalesce(sum(t.amount), 0)
                        from sale_line_trail t
                        where t.order_id = l.order_id and t.line_no = l.line_no and t.kind = 'points'
                    ) as by_points
                from sale_line l
                join sale_order o on o.id = l.order_id
                where o.uuid in (:ids) and l.line_no in (:lines)
                """).param("ids", uuids).param("lines", lineNos).query(row -> {
            lines.computeIfAbsent(row.getLong("order_id"), order -> new HashMap<>())
                    .put(row.getInt("line_no"), soldLine(row));
        });
        jdbc.sql("""
                select o.uuid, o.id, o.currency, o.cash_step, o.tax_added = 0 as tax_included,
                    coalesce(sum(r.lines_total + r.tax_added), 0) as returned,
                    coalesce(sum(r.payable), 0) as refunded,
                    (select c.refunded from captured c where c.order_id = o.id and c.tender = 'cash') as refunded_cash,
                    not exists (select 1 from captured c where c.order_id = o.id) as unpaid
                from sale_order o
                left join sale_return r on r.order_id = o.id
                where o.uuid in (:ids)
                group by o.id
                """).param("ids", uuids).query(row -> {
            orders.put(
                    UUID.fromString(row.getString("uuid")),
                    new SoldOrder(
                            Currency.getInstance(row.getString("currency")),
                            lines.getOrDefault(row.getLong("id"), Map.of()),
                            new Settlement.Before(
                                    row.getBigDecimal("returned"),
                                    row.getBigDecimal("refunded"),
                                    Objects.requireNonNullElse(row.getBigDecimal("refunded_cash"), BigDecimal.ZERO)),
                            cashStep(row),
                            row.getBoolean("tax_included")));
        });
        return orders;
    }

    private static SoldOrder.Line soldLine(ResultSet row) throws SQLException {
        String card = row.getString("gift_card");
        return new SoldOrder.Line(
                row.getBigDecimal("quantity"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("cogs"),
                row.getBigDecimal("returned"),
                row.getBigDecimal("amount_returned"),
                row.getBigDecimal("by_points"),
                new LineTax(row.getBigDecimal("tax_percent"), row.getBigDecimal("tax")),
                card == null ? null : UUID.fromString(card));
    }

    /** Cash rounds, and so does what rounded to nothing. */
    private static @Nullable BigDecimal cashStep(ResultSet order) throws SQLException {
        return order.getBigDecimal("refunded_cash") == null && !order.getBoolean("unpaid")
                ? null
                : order.getBigDecimal("cash_step");
    }

    /** Takes what comes back off what may come back, in sorted order. */
    void take(List<Takeback> takebacks, Map<UUID, Long> orderKeys) {
        Map<SoldLine, BigDecimal> quantities = new TreeMap<>();
        Map<PaidTender, BigDecimal> amounts = new TreeMap<>();
        for (Takeback takeback : takebacks) {
            Long order = orderKeys.get(takeback.command().orderId());
            if (order == null) {
                continue;
            }
            for (Takeback.Line line : takeback.lines()) {
                AcceptReturn.Line returned = line.returned();
                Integer lineNo = returned.orderLineNo();
                quantities.merge(
                        new SoldLine(order, lineNo == null ? 0 : lineNo, returned.sku()),
                        returned.quantity(),
                        BigDecimal::add);
            }
            takeback.command()
                    .refunds()
                    .forEach(refund ->
                            amounts.merge(new PaidTender(order, refund.tender()), refund.amount(), BigDecimal::add));
        }
        guard(TAKE_LINE, quantities, SoldLine::parameters, SalesError.RETURN_EXCEEDS_SALE);
        guard(TAKE_TENDER, amounts, PaidTender::parameters, SalesError.REFUND_EXCEEDS_PAYMENT);
    }

    /** Those of the orders of which everything has come back. */
    List<UUID> returnedInFull(Collection<Long> orderKeys) {
        if (orderKeys.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select o.uuid
                from sale_order o
                where o.id in (:keys) and not exists (
                    select 1 from sale_line l where l.order_id = o.id and l.returned < l.quantity)
                """)
                .param("keys", orderKeys)
                .query((row, number) -> UUID.fromString(row.getString("uuid")))
                .list();
    }

    /** The staff is who takes them back, or null. */
    void insert(List<Takeback> takebacks, Map<UUID, Long> orderKeys, @Nullable String staff) {
        List<@Nullable Object[]> returns = new ArrayList<>();
        List<@Nullable Object[]> lines = new ArrayList<>();
        List<@Nullable Object[]> refunds = new ArrayList<>();
        for (Takeback takeback : takebacks) {
            returns.add(
                    header(takeback, orderKeys.getOrDefault(takeback.command().orderId(), 0L), staff));
            takeback.lines().forEach(line -> lines.add(line(takeback, line)));
            int refundNo = 0;
            for (Tendered refund : takeback.command().refunds()) {
                refundNo++;
                refunds.add(
                        new @Nullable Object[] {takeback.key(), refundNo, refund.id(), refund.tender(), refund.amount()
                        });
            }
        }
        rows.write(INSERT_RETURN, returns);
        rows.write(INSERT_LINE, lines);
        rows.write(INSERT_REFUND, refunds);
    }

    private <K> void guard(
            String update,
            Map<K, BigDecimal> sums,
            java.util.function.BiFunction<K, BigDecimal, Object[]> parameters,
            SalesError error) {
        List<K> keys = List.copyOf(sums.keySet());
        int[] counts = rows.write(
                update,
                keys.stream().map(key -> parameters.apply(key, sums.get(key))).toList());
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 1) {
                throw new ShopException(error, "Cannot take back: " + keys.get(i) + " does not cover it");
            }
        }
    }

    private static @Nullable Object[] header(Takeback takeback, long orderKey, @Nullable String staff) {
        AcceptReturn command = takeback.command();
        return new @Nullable Object[] {
            takeback.key(),
            command.id(),
            takeback.number(),
            orderKey,
            takeback.approvedBy() == null ? "" : takeback.approvedBy(),
            takeback.store().id(),
            command.till() == null ? "" : command.till(),
            command.customer() == null ? "" : command.customer(),
            command.channel().code(),
            Rows.utc(command.occurredAt()),
            Rows.utc(takeback.recordedAt()),
            takeback.businessTime().date(),
            takeback.businessTime().time(),
            takeback.store().currency().getCurrencyCode(),
            takeback.settlement().linesTotal(),
            takeback.settlement().rounding(),
            takeback.settlement().payable(),
            takeback.shift().orElse(0),
            takeback.taxed().tax(),
            takeback.taxed().added(),
            staff == null ? "" : staff,
            takeback.giftCards(),
            takeback.trades()
        };
    }

    private static @Nullable Object[] line(Takeback takeback, Takeback.Line line) {
        AcceptReturn.Line returned = line.returned();
        return new @Nullable Object[] {
            takeback.key(),
            line.lineNo(),
            returned.id(),
            returned.orderLineNo() == null ? 0 : returned.orderLineNo(),
            returned.sku(),
            line.name(),
            returned.quantity(),
            returned.unitPrice(),
            line.amount(),
            returned.reason(),
            returned.disposition().code(),
            line.goods(),
            line.tax().percent() == null ? SaleTables.UNTAXED : line.tax().percent(),
            line.tax().tax(),
            line.giftCard() != null
        };
    }

    private record SoldLine(long order, int lineNo, String sku) implements Comparable<SoldLine> {
        @Override
        public int compareTo(SoldLine other) {
            int byOrder = Long.compare(order, other.order);
            if (byOrder != 0) {
                return byOrder;
            }
            int byLine = Integer.compare(lineNo, other.lineNo);
            return byLine != 0 ? byLine : sku.compareTo(other.sku);
        }

        Object[] parameters(BigDecimal quantity) {
            return new Object[] {quantity, order, lineNo, sku, quantity};
        }

        @Override
        public String toString() {
            return "line " + lineNo + " (" + sku + ")";
        }
    }

    private record PaidTender(long order, String tender) implements Comparable<PaidTender> {
        @Override
        public int compareTo(PaidTender other) {
            int byOrder = Long.compare(order, other.order);
            return byOrder != 0 ? byOrder : tender.compareTo(other.tender);
        }

        Object[] parameters(BigDecimal amount) {
            return new Object[] {amount, order, tender, amount};
        }

        @Override
        public String toString() {
            return "what was paid by " + tender;
        }
    }
}
