package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Locks balances in the keys' order, opening those that are not there, so that nobody moves them meanwhile. */
@Component
class BalanceLocks {
    private final JdbcClient jdbc;
    private final Rows rows;

    BalanceLocks(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** What is on hand of each. */
    Map<Demand.Key, BigDecimal> lock(Collection<Demand.Key> keys) {
        TreeSet<Demand.Key> sorted = new TreeSet<>(keys);
        rows.write(
                "insert ignore into stock_balance (store_id, sku) values (?, ?)",
                sorted.stream()
                        .map(key -> new Object[] {key.storeId(), key.sku()})
                        .toList());
        Map<Integer, List<String>> byStore = new TreeMap<>();
        sorted.forEach(key -> byStore.computeIfAbsent(key.storeId(), store -> new java.util.ArrayList<>())
                .add(key.sku()));
        Map<Demand.Key, BigDecimal> onHand = new HashMap<>();
        byStore.forEach((store, skus) -> jdbc.sql("""
                        select sku, on_hand from stock_balance
                        where store_id = :store and sku in (:skus)
                        order by sku for update
                        """)
                .param("store", store)
                .param("skus", skus)
                .query(row -> {
                    onHand.put(new Demand.Key(store, row.getString("sku")), row.getBigDecimal("on_hand"));
                }));
        return onHand;
    }
}
