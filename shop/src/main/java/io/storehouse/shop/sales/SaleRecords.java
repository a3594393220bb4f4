package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.taxes.LineTax;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sales and returns one by one, for those who print or undo them. Each is read by three statements. */
@Component
public class SaleRecords {
    private static final String ORDER = """
            select o.id, o.uuid, o.number, s.code as store, o.till, o.customer, null as order_uuid, null as order_number,
                o.business_date, o.occurred_at, o.currency, o.gross, o.discount, o.tax, o.tax_added, o.rounding, o.payable,
                v.order_id is not null as voided
            from sale_order o
            join store s on s.id = o.store_id
            left join order_void v on v.order_id = o.id
            where o.uuid = :id
            """;
    private static final String ORDER_LINES = """
            select line_no, sku, name, quantity, unit_price, discount, amount, tax_percent, tax
            from sale_line where order_id = :key order by line_no
            """;
    private static final String PAYMENTS =
            "select uuid, tender, amount, tendered from payment where order_id = :key order by payment_no";
    private static final String RETURN = """
            select r.id, r.uuid, r.number, s.code as store, r.till, r.customer, o.uuid as order_uuid,
                o.number as order_number, r.business_date, r.occurred_at, r.currency, r.lines_total as gross,
                0 as discount, r.tax, r.tax_added, r.rounding, r.payable, v.order_id is not null as voided
            from sale_return r
            join store s on s.id = r.store_id
            left join sale_order o on o.id = r.order_id
            left join order_void v on v.return_uuid = r.uuid
            where r.uuid = :id
            """;
    private static final String RETURN_LINES = """
            select line_no, sku, name, quantity, unit_price, 0 as discount, amount, tax_percent, tax
            from return_line where return_id = :key order by line_no
            """;
    private static final String REFUNDS =
            "select uuid, tender, amount, null as tendered from refund where return_id = :key order by refund_no";

    private final JdbcClient jdbc;

    SaleRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sale with that id. */
    public Optional<SaleRecord> sale(UUID id) {
        return read(SaleRecord.Kind.SALE, id, List.of(ORDER, ORDER_LINES, PAYMENTS));
    }

    /** The return with that id. */
    public Optional<SaleRecord> takeback(UUID id) {
        return read(SaleRecord.Kind.RETURN, id, List.of(RETURN, RETURN_LINES, REFUNDS));
    }

    /** The customers of those of the sales that have one, by the sale's id, in one statement. */
    public Map<UUID, String> customersOf(Collection<UUID> sales) {
        Map<UUID, String> customers = new HashMap<>();
        if (!sales.isEmpty()) {
            jdbc.sql("select uuid, customer from sale_order where uuid in (:ids) and customer is not null")
                    .param("ids", sales.stream().map(UUID::toString).toList())
                    .query(row -> {
                        customers.put(UUID.fromString(row.getString("uuid")), row.getString("customer"));
                    });
        }
        return customers;
    }

    private Optional<SaleRecord> read(SaleRecord.Kind kind, UUID id, List<String> statements) {
        return jdbc.sql(statements.get(0))
                .param("id", id.toString())
                .query((row, number) -> record(kind, row, statements))
                .optional();
    }

    private SaleRecord record(SaleRecord.Kind kind, ResultSet row, List<String> statements) throws SQLException {
        long key = row.getLong("id");
        String order = row.getString("order_uuid");
        return new SaleRecord(
                kind,
                UUID.fromString(row.getString("uuid")),
                row.getString("number"),
                row.getString("store"),
                row.getString("till"),
                row.getString("customer"),
                order == null ? null : UUID.fromString(order),
                row.getString("order_number"),
                row.getObject("business_date", LocalDate.class),
                Rows.instant(row.getObject("occurred_at", LocalDateTime.class)),
                row.getString("currency"),
                row.getBigDecimal("gross"),
                row.getBigDecimal("discount"),
                row.getBigDecimal("tax"),
                row.getBigDecimal("tax_added"),
                row.getBigDecimal("rounding"),
                row.getBigDecimal("payable"),
                lines(statements.get(1), key),
                money(statements.get(2), key),
                row.getBoolean("voided"));
    }

    private List<SaleRecord.Line> lines(String statement, long key) {
        return jdbc.sql(statement)
                .param("key", key)
                .query((row, number) -> new SaleRecord.Line(
                        row.getInt("line_no"),
                        row.getString("sku"),
                        row.getString("name"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("unit_price"),
                        row.getBigDecimal("discount"),
                        row.getBigDecimal("amount"),
                        new LineTax(row.getBigDecimal("tax_percent"), row.getBigDecimal("tax"))))
                .list();
    }

    private List<Tendered> money(String statement, long key) {
        return jdbc.sql(statement)
                .param("key", key)
                .query((row, number) -> new Tendered(
                        UUID.fromString(row.getString("uuid")),
                        row.getString("tender"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("tendered"),
                        null))
                .list();
    }
}
