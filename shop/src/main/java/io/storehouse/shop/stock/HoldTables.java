package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is held, and the parts of it, among the reservations. */
@Component
class HoldTables {
    private static final String INSERT_PART = Rows.insert(
            "stock_reservation",
            "id",
            "uuid",
            "reference",
            "store_id",
            "state",
            "occurred_at",
            "recorded_at",
            "business_date",
            "expires_at",
            "hold_id");
    private static final String INSERT_LINE =
            Rows.insert("stock_reservation_line", "reservation_id", "sku", "quantity");
    private static final String CHANGE = """
            update stock_reservation_line l
            join stock_reservation r on r.id = l.reservation_id
            set l.quantity = l.quantity + ?
            where r.uuid = ? and r.state = 'held' and l.quantity + ? >= 0
            """;
    private static final String END =
            "update stock_reservation set state = 'released', closed_at = ? where uuid = ? and state = 'held'";
    private static final String END_PART = """
            update stock_reservation set state = 'released', closed_at = ?
            where uuid = ? and state = 'open' and hold_id is not null
            """;

    private final JdbcClient jdbc;
    private final Rows rows;

    HoldTables(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Inserts parts, each of the hold at its place. */
    void insert(List<Reservation> parts, List<Reservation> holds) {
        List<@Nullable Object[]> headers = new ArrayList<>();
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Reservation part = parts.get(i);
            headers.add(new @Nullable Object[] {
                part.key(),
                part.id(),
                part.reference(),
                part.storeId(),
                part.state(),
                Rows.utc(part.occurredAt()),
                Rows.utc(part.recordedAt()),
                part.businessDate(),
                Rows.utc(part.expiresAt()),
                holds.get(i).key()
            });
            part.lines().forEach(line -> lines.add(new @Nullable Object[] {part.key(), line.sku(), line.quantity()}));
        }
        rows.write(INSERT_PART, headers);
        rows.write(INSERT_LINE, lines);
    }

    /** Adds to what holds have left, in their order; the count of each, 0 where it has ended or would fall below 0. */
    int[] change(SortedMap<UUID, BigDecimal> changes) {
        return rows.write(
                CHANGE,
                changes.entrySet().stream()
                        .map(entry -> new Object[] {entry.getValue(), entry.getKey(), entry.getValue()})
                        .toList());
    }

    /** False when it has ended. */
    boolean end(UUID hold, Instant at) {
        return rows.write(END, List.<Object[]>of(new Object[] {Rows.utc(at), hold}))[0] == 1;
    }

    /** Ends open parts, in this order; the count of each. */
    int[] endParts(List<UUID> parts, Instant at) {
        return rows.write(
                END_PART,
                parts.stream().map(part -> new Object[] {Rows.utc(at), part}).toList());
    }

    /** The holds of parts, by part. */
    Map<UUID, UUID> holdsOf(Collection<UUID> parts) {
        Map<UUID, UUID> holds = new HashMap<>();
        jdbc.sql("""
                select p.uuid, h.uuid as hold
                from stock_reservation p
                join stock_reservation h on h.id = p.hold_id
                where p.uuid in (:parts)
                """)
                .param("parts", parts.stream().map(UUID::toString).toList())
                .query(row -> {
                    holds.put(UUID.fromString(row.getString("uuid")), UUID.fromString(row.getString("hold")));
                });
        return holds;
    }
}
