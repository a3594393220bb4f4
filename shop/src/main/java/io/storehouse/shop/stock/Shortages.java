package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tills sold without the shop and stock did not cover, for a manager to look into. */
@Component
class Shortages {
    /** The ledger type of such a move. */
    static final String KIND = "shortage";

    private static final String INSERT = Rows.insert(
            "stock_shortage",
            "store_id",
            "document_id",
            "sku",
            "version",
            "order_uuid",
            "quantity",
            "lacking",
            "occurred_at",
            "recorded_at");

    private final JdbcClient jdbc;
    private final Rows rows;

    Shortages(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void insert(List<@Nullable Object[]> shortages) {
        rows.write(INSERT, shortages);
    }

    /** Whether the move that led to this balance took what was not available. */
    static boolean is(Movement movement, Balance after) {
        return movement.of().offline() != null
                && movement.change().quantity().signum() < 0
                && after.available().signum() < 0;
    }

    static @Nullable Object[] row(Movement movement, Balance after, Instant occurredAt, Instant recordedAt) {
        BigDecimal quantity = movement.change().quantity().negate();
        return new @Nullable Object[] {
            movement.key().storeId(),
            movement.of().documentId(),
            movement.key().sku(),
            after.version(),
            movement.of().offline(),
            quantity,
            quantity.min(after.available().negate()),
            Rows.utc(occurredAt),
            Rows.utc(recordedAt)
        };
    }

    /** At most that many of a store, in the order in which they were recorded, after that key and SKU. */
    List<Shortage> page(String store, long after, String afterSku, int limit) {
        return jdbc.sql("""
                select document_id, sku, order_uuid, quantity, lacking, occurred_at, recorded_at
                from stock_shortage
                where store_id = (select id from store where code = :store) and (document_id > :after or document_id = :after and sku > :sku)
                order by document_id, sku limit :limit
                """)
                .param("store", store)
                .param("after", after)
                .param("sku", afterSku)
                .param("limit", limit)
                .query((row, number) -> new Shortage(
                        row.getLong("document_id"),
                        UUID.fromString(row.getString("order_uuid")),
                        row.getString("sku"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("lacking"),
                        Rows.instant(row.getObject("occurred_at", LocalDateTime.class)),
                        Rows.instant(row.getObject("recorded_at", LocalDateTime.class))))
                .list();
    }

    /**
     * A shortage.
     *
     * @param key of the order; page after it and the SKU
     * @param quantity what left
     * @param lacking how much of it was not available
     */
    record Shortage(
            long key,
            UUID order,
            String sku,
            BigDecimal quantity,
            BigDecimal lacking,
            Instant occurredAt,
            Instant recordedAt) {}
}
