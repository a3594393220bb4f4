package io.storehouse.shop.held;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.registers.HeldSales;
import io.storehouse.shop.stores.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of held sales. A recalled one stays, marked; in time all are forgotten but for their places and times. */
@Component
class HeldTable implements HeldSales {
    private static final String INSERT = """
            insert into held_sale (id, uuid, store_id, till, label, cart, held_at, held_by, expires_at)
            values (?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?)
            """;
    private static final String COLUMNS =
            "select h.uuid, s.code as store, h.till, h.label, h.cart, h.held_at, h.held_by, h.expires_at ";
    private static final String SELECT = COLUMNS + """
            from held_sale h
            join store s on s.id = h.store_id
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    HeldTable(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    void insert(List<HeldSale> sales) {
        rows.write(
                INSERT,
                sales.stream()
                        .map(sale -> new @Nullable Object[] {
                            sale.key(),
                            sale.command().id(),
                            sale.store().id(),
                            sale.command().till(),
                            sale.command().label() == null ? "" : sale.command().label(),
                            sale.command().cart(),
                            Rows.utc(sale.heldAt()),
                            sale.command().by(),
                            Rows.utc(sale.expiresAt())
                        })
                        .toList());
    }

    /** Takes the sale, unless somebody has. */
    void recall(RecallSale recall) {
        int taken = jdbc.sql("""
                update held_sale
                set recalled_at = :at, recalled_till = :till, recalled_by = :by
                where uuid = :id and recalled_at is null and forgotten_at is null
                """)
                .param("at", Rows.utc(clock.instant()))
                .param("till", recall.till())
                .param("by", recall.by())
                .param("id", recall.sale().toString())
                .update();
        if (taken != 1) {
            throw new ShopException(
                    HeldError.ALREADY_RECALLED,
                    "Cannot recall " + recall.sale() + ": somebody has",
                    Map.of("sale", recall.sale().toString()));
        }
    }

    /** Makes another till answer for what a till holds. */
    int handOver(Store store, String from, String to) {
        return jdbc.sql("""
                update held_sale set till = :to
                where store_id = :store and recalled_at is null and forgotten_at is null and till = :from
                """)
                .param("to", to)
                .param("store", store.id())
                .param("from", from)
                .update();
    }

    @Override
    public long of(int storeId, String till) {
        return jdbc.sql("""
                select count(*)
                from held_sale
                where store_id = :store and recalled_at is null and till = :till and expires_at > :now
                """)
                .param("store", storeId)
                .param("till", till)
                .param("now", Rows.utc(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Removes what was recalled, or expired, before those instants, with its labels. */
    int forget(Instant recalledBefore, Instant expiredBefore) {
        return jdbc.sql("""
                update held_sale set cart = 'null', label = null, forgotten_at = :now
                where forgotten_at is null and (recalled_at < :recalled or expires_at < :expired)
                """)
                .param("now", Rows.utc(clock.instant()))
                .param("recalled", Rows.utc(recalledBefore))
                .param("expired", Rows.utc(expiredBefore))
                .update();
    }

    /** The sale, unless it is forgotten. */
    Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + "where h.uuid = :id and h.forgotten_at is null")
                .param("id", id.toString())
                .query((row, number) -> row(row))
                .optional();
    }

    /** At most that many sales that a store holds. */
    List<Row> page(HeldFilter filter, int limit) {
        return jdbc.sql(COLUMNS + filter.sql())
                .params(filter.parameters())
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    private Row row(ResultSet row) throws SQLException {
        Instant expiresAt = Rows.instant(row.getObject("expires_at", LocalDateTime.class));
        return new Row(
                UUID.fromString(row.getString("uuid")),
                row.getString("store"),
                row.getString("till"),
                row.getString("label"),
                row.getString("cart"),
                Rows.instant(row.getObject("held_at", LocalDateTime.class)),
                row.getString("held_by"),
                expiresAt,
                !expiresAt.isAfter(clock.instant()));
    }

    record Row(
            UUID id,
            String store,
            String till,
            @Nullable String label,
            String cart,
            Instant heldAt,
            String heldBy,
            Instant expiresAt,
            boolean expired) {}
}
