package io.storehouse.shop.stock;

import io.storehouse.shop.catalogue.Assortment;
import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Balances and moves as they are read back. */
@Component
class StockViews {
    private final JdbcClient jdbc;

    StockViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most that many balances of a store, of a part of the assortment, by SKU, after the given one. */
    List<Balance> balances(String store, Assortment assortment, String after, int limit) {
        return jdbc.sql("""
                select b.sku, b.on_hand, b.reserved, b.on_hand - b.reserved as available, b.incoming, b.version
                from stock_balance b
                where b.store_id = (select id from store where code = :store) and b.sku > :after
                """ + assortment.and("b.sku") + " order by b.sku limit :limit")
                .param("store", store)
                .param("after", after.toUpperCase(Locale.ROOT))
                .params(assortment.parameters())
                .param("limit", limit)
                .query(Balance.class)
                .list();
    }

    /** At most that many moves. */
    List<Move> moves(MoveFilter filter, int limit) {
        return jdbc.sql("select version, kind, quantity, on_hand " + filter.sql())
                .params(filter.parameters())
                .param("limit", limit)
                .query(Move.class)
                .list();
    }

    /** The receipt with that id. */
    Optional<StockDocument> receipt(UUID id) {
        return document("stock_receipt", id);
    }

    /** The adjustment with that id. */
    Optional<StockDocument> adjustment(UUID id) {
        return document("stock_adjustment", id);
    }

    private Optional<StockDocument> document(String table, UUID id) {
        return jdbc.sql("select d.uuid, d.reference, s.code, d.business_date, d.recorded_at from " + table
                        + " d join store s on s.id = d.store_id where d.uuid = :id")
                .param("id", id.toString())
                .query((row, number) -> new StockDocument(
                        UUID.fromString(row.getString("uuid")),
                        row.getString("reference"),
                        row.getString("code"),
                        row.getObject("business_date", LocalDate.class),
                        Rows.instant(row.getObject("recorded_at", LocalDateTime.class)),
                        false))
                .optional();
    }

    record Balance(
            String sku,
            BigDecimal onHand,
            BigDecimal reserved,
            BigDecimal available,
            BigDecimal incoming,
            long version) {}

    record Move(long version, String kind, BigDecimal quantity, BigDecimal onHand) {}
}
