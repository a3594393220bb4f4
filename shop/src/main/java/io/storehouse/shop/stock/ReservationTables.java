package io.storehouse.shop.stock;

import io.storehouse.shop.documents.PageSql;
import io.storehouse.shop.documents.Rows;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of reservations. */
@Component
class ReservationTables {
    private static final String TABLE = "stock_reservation";
    private static final String INSERT = Rows.insert(
            "stock_reservation",
            "id",
            "uuid",
            "reference",
            "store_id",
            "state",
            "occurred_at",
            "recorded_at",
            "business_date",
            "expires_at");
    private static final String INSERT_LINE =
            Rows.insert("stock_reservation_line", "reservation_id", "sku", "quantity");
    private static final String SELECT = """
            select r.id, r.uuid, r.reference, r.store_id, s.code as store, r.state, r.occurred_at, r.recorded_at,
                r.business_date, r.expires_at, l.sku, l.quantity
            from stock_reservation r
            join store s on s.id = r.store_id
            join stock_reservation_line l on l.reservation_id = r.id
            """;
    /** Who changes the row from open has the reservation; every other finds no row. */
    private static final String CLOSE = """
            update stock_reservation
            set state = ?, closed_at = ?, document_id = nullif(?, 0)
            where uuid = ? and store_id = ? and state = 'open' and expires_at <= ?
            """;
    /** After every expiry. */
    private static final LocalDateTime ANY_EXPIRY = LocalDateTime.of(9999, 12, 31, 0, 0);

    private final JdbcClient jdbc;
    private final Rows rows;

    ReservationTables(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void insert(List<Reservation> reservations) {
        List<@Nullable Object[]> headers = new ArrayList<>();
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (Reservation reservation : reservations) {
            headers.add(new @Nullable Object[] {
                reservation.key(),
                reservation.id(),
                reservation.reference(),
                reservation.storeId(),
                reservation.state(),
                Rows.utc(reservation.occurredAt()),
                Rows.utc(reservation.recordedAt()),
                reservation.businessDate(),
                Rows.utc(reservation.expiresAt())
            });
            reservation
                    .lines()
                    .forEach(
                            line -> lines.add(new @Nullable Object[] {reservation.key(), line.sku(), line.quantity()}));
        }
        rows.write(INSERT, headers);
        rows.write(INSERT_LINE, lines);
    }

    /** Releases an open reservation that is no part of a hold; false when there is no such one in the store. */
    boolean release(UUID id, int storeId, Instant at) {
        return rows.write(
                                "update stock_reservation set state = 'released', closed_at = ?"
                                        + " where uuid = ? and store_id = ? and state = 'open' and hold_id is null",
                                List.<Object[]>of(new Object[] {Rows.utc(at), id, storeId}))[0]
                == 1;
    }

    /** Closes an open reservation; false when it is not open, or not of that store. */
    boolean close(UUID id, int storeId, String state, long document, Instant at) {
        return rows.write(CLOSE, List.<Object[]>of(new Object[] {state, Rows.utc(at), document, id, storeId, ANY_EXPIRY
                }))[0]
                == 1;
    }

    /** Closes an open reservation whose time is over; false when it is not. */
    boolean expire(UUID id, int storeId, Instant at) {
        return rows.write(CLOSE, List.<Object[]>of(new Object[] {
                    Reservation.EXPIRED, Rows.utc(at), 0, id, storeId, Rows.utc(at)
                }))[0]
                == 1;
    }

    Map<UUID, Reservation> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return collect(jdbc.sql(SELECT + "where r.uuid in (:ids) order by r.id, l.sku")
                .param("ids", ids.stream().map(UUID::toString).toList())
                .query((row, number) -> reservation(row))
                .list());
    }

    /** At most that many open ones whose time is over, the oldest first; parts of holds are ended by who holds them. */
    List<UUID> overdue(Instant now, int limit) {
        return jdbc.sql("""
                select uuid from stock_reservation
                where state = 'open' and expires_at <= :now and hold_id is null order by expires_at limit :limit
                """)
                .param("now", Rows.utc(now))
                .param("limit", limit)
                .query((row, number) -> UUID.fromString(row.getString("uuid")))
                .list();
    }

    /** At most that many. */
    List<Reservation> page(DocumentFilter filter, int limit) {
        PageSql page = filter.page(TABLE, "w");
        String rows = "from (select w.* from stock_reservation w force index (" + filter.index(TABLE) + ") "
                + page.sql() + ") r";
        return List.copyOf(collect(jdbc.sql(SELECT.replace("from stock_reservation r", rows) + "order by "
                                + page.order("r") + ", l.sku")
                        .params(page.parameters())
                        .param("limit", limit)
                        .query((row, number) -> reservation(row))
                        .list())
                .values());
    }

    private static Map<UUID, Reservation> collect(List<Reservation> oneALine) {
        Map<UUID, Reservation> found = new LinkedHashMap<>();
        oneALine.forEach(line -> found.merge(line.id(), line, (whole, more) -> {
            List<Reservation.Line> lines = new ArrayList<>(whole.lines());
            lines.addAll(more.lines());
            return new Reservation(
                    whole.key(),
                    whole.id(),
                    whole.reference(),
                    whole.storeId(),
                    whole.store(),
                    whole.state(),
                    whole.occurredAt(),
                    whole.recordedAt(),
                    whole.businessDate(),
                    whole.expiresAt(),
                    lines);
        }));
        return found;
    }

    private static Reservation reservation(ResultSet row) throws SQLException {
        return new Reservation(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                row.getString("reference"),
                row.getInt("store_id"),
                row.getString("store"),
                row.getString("state"),
                Rows.instant(row.getObject("occurred_at", LocalDateTime.class)),
                Rows.instant(row.getObject("recorded_at", LocalDateTime.class)),
                row.getObject("business_date", LocalDate.class),
                Rows.instant(row.getObject("expires_at", LocalDateTime.class)),
                List.of(new Reservation.Line(row.getString("sku"), row.getBigDecimal("quantity"))));
    }
}
