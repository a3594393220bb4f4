package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.events.StockLevelChanged;
import io.storehouse.shop.catalogue.Assortment;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.stores.Store;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much a store wants to have of a SKU, and what it lacks of that. */
@Component
class StockLevels {
    private static final String SELECT = """
            select l.sku, l.minimum, l.maximum, coalesce(b.on_hand, 0) as on_hand, coalesce(b.reserved, 0) as reserved,
                coalesce(b.on_hand - b.reserved, 0) as available, coalesce(b.incoming, 0) as incoming,
                greatest(l.maximum - coalesce(b.on_hand + b.incoming - b.reserved, 0), 0) as suggested
            from stock_level l
            left join stock_balance b on b.store_id = l.store_id and b.sku = l.sku
            where l.store_id = (select id from store where code = :store) and l.sku > :after
            """;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    StockLevels(JdbcClient jdbc, Transactions transactions, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Sets the level; the same again changes nothing. */
    void set(Store store, String sku, BigDecimal minimum, BigDecimal maximum) {
        transactions.inOne(() -> {
            boolean same = jdbc.sql("""
                    select minimum = ? and maximum = ? from stock_level where store_id = ? and sku = ? for update
                    """)
                    .params(minimum, maximum, store.id(), sku)
                    .query(Boolean.class)
                    .optional()
                    .orElse(false);
            if (!same) {
                jdbc.sql("""
                        insert into stock_level (store_id, sku, minimum, maximum) values (?, ?, ?, ?)
                        on duplicate key update minimum = values(minimum), maximum = values(maximum)
                        """).params(store.id(), sku, minimum, maximum).update();
                outbox.append(List.of(StoreFacts.message(
                        EventType.STOCK_LEVEL_CHANGED,
                        store,
                        sku,
                        clock.instant(),
                        new StockLevelChanged(sku, minimum, maximum))));
            }
            return same;
        });
    }

    /** At most that many levels of a store, by SKU, after the given one. */
    List<Level> levels(String store, Assortment assortment, String after, int limit) {
        return select("", store, assortment, after, limit);
    }

    /** Those of which less than the minimum is there or on its way and not reserved, with what to order up to the maximum. */
    List<Level> reorder(String store, Assortment assortment, String after, int limit) {
        return select(
                "and coalesce(b.on_hand + b.incoming - b.reserved, 0) < l.minimum ", store, assortment, after, limit);
    }

    /** Those of which less than the minimum is available now. */
    List<Level> low(String store, Assortment assortment, String after, int limit) {
        return select("and coalesce(b.on_hand - b.reserved, 0) < l.minimum ", store, assortment, after, limit);
    }

    private List<Level> select(String condition, String store, Assortment assortment, String after, int limit) {
        return jdbc.sql(SELECT + condition + assortment.and("l.sku") + " order by l.sku limit :limit")
                .param("store", store)
                .param("after", after.toUpperCase(Locale.ROOT))
                .params(assortment.parameters())
                .param("limit", limit)
                .query(Level.class)
                .list();
    }

    /**
     * A level with the stock as it is.
     *
     * @param suggested what to order, up to the maximum
     */
    record Level(
            String sku,
            BigDecimal minimum,
            BigDecimal maximum,
            BigDecimal onHand,
            BigDecimal reserved,
            BigDecimal available,
            BigDecimal incoming,
            BigDecimal suggested) {}
}
