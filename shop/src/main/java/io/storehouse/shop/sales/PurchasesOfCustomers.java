package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.loyalty.PurchaseHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers bought, by the codes that stand on the orders. */
@Component
public class PurchasesOfCustomers implements PurchaseHistory {
    private static final String ONE_WINDOW =
            "select cast(? as char(64) character set utf8mb4) collate utf8mb4_bin as code, cast(? as date) as first, cast(? as date) as last";
    private static final String SPENT = """
            with spender as (%s)
            select code, sum(amount) as spent
            from (
                select w.code, o.lines_total - o.gift_cards as amount
                from spender w
                join sale_order o on o.customer = w.code and o.business_date between w.first and w.last
                where o.currency = ?
                union all
                select w.code, r.gift_cards - r.lines_total
                from spender w
                join sale_order o on o.customer = w.code
                join sale_return r on r.order_id = o.id and r.business_date between w.first and w.last
                where r.currency = ?
                union all
                select w.code, r.gift_cards - r.lines_total
                from spender w
                join sale_return r on r.customer = w.code and r.business_date between w.first and w.last
                where r.currency = ? and r.order_id is null
            ) amounts
            group by code
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    PurchasesOfCustomers(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, BigDecimal> spent(Map<String, LocalDate> upTo, Currency currency, int months) {
        Map<String, BigDecimal> spent = new HashMap<>();
        if (upTo.isEmpty()) {
            return spent;
        }
        List<Object> parameters = new ArrayList<>();
        upTo.forEach((code, last) -> {
            parameters.add(code);
            parameters.add(last.minusMonths(months).plusDays(1));
            parameters.add(last);
        });
        parameters.addAll(Collections.nCopies(3, currency.getCurrencyCode()));
        String windows = String.join(" union all ", Collections.nCopies(upTo.size(), ONE_WINDOW));
        template.query(
                SPENT.formatted(windows),
                row -> {
                    spent.put(row.getString("code"), row.getBigDecimal("spent"));
                },
                parameters.toArray());
        return spent;
    }

    /** At most that many of the newest orders with one of the codes, newest first, in one statement. */
    public List<Bought> newest(Collection<String> codes, int limit) {
        return jdbc.sql("""
                select o.uuid, o.number, s.code as store, o.customer, o.business_date, o.occurred_at, o.currency,
                    o.lines_total, o.payable
                from sale_order o
                join store s on s.id = o.store_id
                where o.customer in (:codes)
                order by o.business_date desc, o.id desc
                limit :limit
                """)
                .param("codes", codes)
                .param("limit", limit)
                .query((row, number) -> new Bought(
                        UUID.fromString(row.getString("uuid")),
                        row.getString("number"),
                        row.getString("store"),
                        row.getString("customer"),
                        row.getObject("business_date", LocalDate.class),
                        Rows.instant(row.getObject("occurred_at", LocalDateTime.class)),
                        row.getString("currency"),
                        row.getBigDecimal("lines_total"),
                        row.getBigDecimal("payable")))
                .list();
    }

    /**
     * An order of a customer.
     *
     * @param customer the code it was recorded with
     */
    public record Bought(
            UUID id,
            String number,
            String store,
            String customer,
            LocalDate businessDate,
            Instant occurredAt,
            String currency,
            BigDecimal linesTotal,
            BigDecimal payable) {}
}
