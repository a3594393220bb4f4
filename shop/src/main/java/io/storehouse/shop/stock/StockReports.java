package io.storehouse.shop.stock;

import io.storehouse.shop.catalogue.Assortment;
import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stock with what it is worth, for those who may know costs. */
@Component
class StockReports {
    /** Goes through the primary key from where the page before ended. */
    private static final String OF_STORE = """
            select b.sku, b.on_hand, b.reserved, b.on_hand - b.reserved as available, b.incoming, b.value,
                round(b.cost_value / nullif(b.cost_quantity, 0), 4) as average_cost,
                b.value - coalesce(round(b.on_hand * b.cost_value / nullif(b.cost_quantity, 0), 4), 0) as difference,
                b.version
            from stock_balance b
            where b.store_id = (select id from store where code = :store) and b.sku > :after
            """;

    private final JdbcClient jdbc;

    StockReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most that many balances of a store, of a part of the assortment, by SKU, after the given one. */
    List<Line> page(String store, Assortment assortment, String after, int limit) {
        return jdbc.sql(sql(assortment))
                .param("store", store)
                .param("after", after.toUpperCase(Locale.ROOT))
                .params(assortment.parameters())
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    static String sql(Assortment assortment) {
        return OF_STORE + assortment.and("b.sku") + " order by b.sku limit :limit";
    }

    /** At most that many moves. */
    List<Move> moves(MoveFilter filter, int limit) {
        return jdbc.sql("""
                select version, kind, quantity, coalesce(reserved, 0) as reserved, coalesce(incoming, 0) as incoming, value,
                    on_hand, occurred_at, business_date
                """ + filter.sql())
                .params(filter.parameters())
                .param("limit", limit)
                .query((row, number) -> {
                    LocalDateTime occurredAt = row.getObject("occurred_at", LocalDateTime.class);
                    return new Move(
                            row.getLong("version"),
                            row.getString("kind"),
                            row.getBigDecimal("quantity"),
                            row.getBigDecimal("reserved"),
                            row.getBigDecimal("incoming"),
                            row.getBigDecimal("value"),
                            row.getBigDecimal("on_hand"),
                            occurredAt == null ? null : Rows.instant(occurredAt),
                            row.getObject("business_date", LocalDate.class));
                })
                .list();
    }

    /**
     * A balance.
     *
     * @param value Σ of its moves' values
     * @param averageCost of a piece; null while none is known
     * @param difference value − quantity × average cost: what came back at another cost, or was sold before it came in
     */
    record Line(
            String sku,
            BigDecimal onHand,
            BigDecimal reserved,
            BigDecimal available,
            BigDecimal incoming,
            BigDecimal value,
            @Nullable BigDecimal averageCost,
            BigDecimal difference,
            long version) {}

    /**
     * A move.
     *
     * @param reserved signed change
     * @param incoming signed change
     * @param value signed change
     * @param occurredAt its own time; null for moves from before that was kept
     * @param businessDate the date it counts for; null likewise
     */
    record Move(
            long version,
            String kind,
            BigDecimal quantity,
            BigDecimal reserved,
            BigDecimal incoming,
            BigDecimal value,
            BigDecimal onHand,
            @Nullable Instant occurredAt,
            @Nullable LocalDate businessDate) {}
}
