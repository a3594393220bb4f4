package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders as they are read. */
@Component
class PurchaseViews {
    private static final String HEAD = """
            select o.id, o.uuid, o.number, o.supplier, s.code as store, o.store_id, o.state, o.version, o.over_percent,
                o.expected_on, o.created_by, o.created_at
            """;
    private static final String ONE =
            HEAD + "from purchase_order o join store s on s.id = o.store_id where o.uuid = :id";
    static final String INCOMING = """
            select sku, sum(greatest(quantity - received, 0)) as incoming
            from purchase_line
            where store_id = (select id from store where code = :store) and awaited = true and %s
            group by sku
            having incoming > 0
            """;

    private final JdbcClient jdbc;

    PurchaseViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OrderHead> head(UUID id) {
        return jdbc.sql(ONE)
                .param("id", id.toString())
                .query((row, number) -> head(row))
                .optional();
    }

    /** At most that many orders. */
    List<OrderHead> page(OrderFilter filter, int limit) {
        return jdbc.sql(HEAD + filter.sql())
                .params(filter.parameters())
                .param("limit", limit)
                .query((row, number) -> head(row))
                .list();
    }

    List<PurchaseLine> lines(long key) {
        return jdbc.sql("""
                select line_no, sku, pack, factor, quantity, unit_cost, most, received, returned
                from purchase_line where order_id = :key order by line_no
                """).param("key", key).query(PurchaseLine.class).list();
    }

    /** A step that was taken; the state and version are those after it. */
    record Taken(long version, String step, String state, String by, Instant at) {}

    List<Taken> steps(long key) {
        return jdbc.sql("""
                select version, step, state, taken_by, taken_at
                from purchase_step where order_id = :key order by version
                """)
                .param("key", key)
                .query((row, number) -> new Taken(
                        row.getLong("version"),
                        row.getString("step"),
                        row.getString("state"),
                        row.getString("taken_by"),
                        Rows.instant(row.getObject("taken_at", LocalDateTime.class))))
                .list();
    }

    /** Goods that came in ({@code receipt}) or went back ({@code return}). */
    record Movement(
            UUID id, String kind, String reference, Instant occurredAt, Instant recordedAt, List<MovedLine> lines) {}

    /** How much of a line of the order moved. */
    record MovedLine(int lineNo, BigDecimal quantity, String reason) {}

    List<Movement> movements(long key) {
        Map<UUID, Movement> found = new LinkedHashMap<>();
        jdbc.sql("""
                select m.uuid, m.kind, m.reference, m.occurred_at, m.recorded_at, l.line_no, l.quantity, l.reason
                from purchase_movement m
                join purchase_movement_line l on l.movement_id = m.id
                where m.order_id = :key
                order by m.id, l.line_no
                """).param("key", key).query(row -> {
            UUID id = UUID.fromString(row.getString("uuid"));
            Movement movement = found.get(id);
            if (movement == null) {
                movement = new Movement(
                        id,
                        row.getString("kind"),
                        row.getString("reference"),
                        Rows.instant(row.getObject("occurred_at", LocalDateTime.class)),
                        Rows.instant(row.getObject("recorded_at", LocalDateTime.class)),
                        new ArrayList<>());
                found.put(id, movement);
            }
            movement.lines()
                    .add(new MovedLine(row.getInt("line_no"), row.getBigDecimal("quantity"), row.getString("reason")));
        });
        return List.copyOf(found.values());
    }

    Map<String, BigDecimal> incoming(String store, Collection<String> skus) {
        Map<String, BigDecimal> found = new TreeMap<>();
        if (!skus.isEmpty()) {
            jdbc.sql(INCOMING.formatted("sku in (:skus)"))
                    .param("store", store)
                    .param("skus", skus)
                    .query(row -> {
                        found.put(row.getString("sku"), row.getBigDecimal("incoming"));
                    });
        }
        return found;
    }

    /** What approved orders still bring of a SKU. */
    record Incoming(String sku, BigDecimal incoming) {}

    List<Incoming> incoming(String store, String after, int limit) {
        return jdbc.sql(INCOMING.formatted("sku > :after") + " order by sku limit :limit")
                .param("store", store)
                .param("after", after)
                .param("limit", limit)
                .query(Incoming.class)
                .list();
    }

    private static OrderHead head(ResultSet row) throws SQLException {
        return new OrderHead(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                row.getString("number"),
                row.getString("supplier"),
                row.getString("store"),
                row.getInt("store_id"),
                OrderState.ofCode(row.getString("state")),
                row.getLong("version"),
                row.getBigDecimal("over_percent"),
                row.getObject("expected_on", LocalDate.class),
                row.getString("created_by"),
                Rows.instant(row.getObject("created_at", LocalDateTime.class)));
    }
}
