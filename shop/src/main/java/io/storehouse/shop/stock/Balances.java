package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The balances' one way to change: a guarded update each, which moves quantity and value together. */
@Component
class Balances {
    /** Below every quantity. */
    private static final BigDecimal NO_GUARD = new BigDecimal("-9999999999999999");

    /**
     * Columns are assigned from left to right, and each expression sees what was assigned before it: first the average cost, by
     * the priced move; then the value, by the priced move and by the moves at average cost after it; the quantities last. A
     * balance below 0 has nothing that an average could be made of, so the newcomer's cost stands alone. Decimal division cuts
     * after more than 4 places, so that round is exact.
     */
    private static final String MOVE = """
            update stock_balance
            set cost_value = if(
                    ? + (cost_quantity = 0) >= 2,
                    coalesce(round(greatest(on_hand, 0) * cost_value / nullif(cost_quantity, 0), 4), 0) + ?,
                    cost_value),
                cost_quantity = if(? + (cost_quantity = 0) >= 2, greatest(on_hand, 0) + ?, cost_quantity),
                value = value + ? + coalesce(
                    round((on_hand + ?) * cost_value / nullif(cost_quantity, 0), 4)
                        - round((on_hand + ?) * cost_value / nullif(cost_quantity, 0), 4),
                    0),
                on_hand = on_hand + ?,
                reserved = reserved + ?,
                incoming = incoming + ?,
                version = version + ?
            where store_id = ? and sku = ? and on_hand - reserved >= ? and on_hand >= ?
            """;

    private static final String OPEN = "insert ignore into stock_balance (store_id, sku) values (?, ?)";
    private static final String READ =
            "select store_id, sku, version, on_hand, reserved, cost_value, cost_quantity from stock_balance where store_id = ? and sku in (";

    private final JdbcTemplate jdbc;
    private final Rows rows;

    Balances(JdbcTemplate jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Moves the balances in the keys' order, opening those that are not there.
     *
     * @return how they are now, locked
     * @throws ShopException {@code insufficient-stock} with the SKUs that lack it
     */
    Map<Demand.Key, Balance> move(SortedMap<Demand.Key, Demand> demands) {
        List<Demand.Key> refused = update(demands);
        if (!refused.isEmpty()) {
            refuse(refused.stream()
                    .filter(key -> Objects.requireNonNull(demands.get(key)).asks())
                    .toList());
            rows.write(
                    OPEN,
                    refused.stream()
                            .map(key -> new Object[] {key.storeId(), key.sku()})
                            .toList());
            SortedMap<Demand.Key, Demand> opened = new TreeMap<>();
            refused.forEach(key -> opened.put(key, demands.get(key)));
            refuse(update(opened));
        }
        return read(demands);
    }

    private static void refuse(List<Demand.Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        List<String> lacking =
                keys.stream().map(Demand.Key::sku).distinct().sorted().toList();
        throw new ShopException(
                StockError.INSUFFICIENT_STOCK,
                "Cannot take out what is not there: " + String.join(", ", lacking),
                Map.of("skus", lacking));
    }

    /** The keys whose update found no row, in their order. */
    private List<Demand.Key> update(SortedMap<Demand.Key, Demand> demands) {
        List<Demand.Key> keys = List.copyOf(demands.keySet());
        int[] counts = rows.write(
                MOVE,
                demands.entrySet().stream()
                        .map(entry -> parameters(entry.getKey(), entry.getValue()))
                        .toList());
        List<Demand.Key> refused = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || counts[i] > 1) {
                throw new IllegalStateException("The driver must count each update: useBulkStmts has to be off");
            }
            if (counts[i] == 0) {
                refused.add(keys.get(i));
            }
        }
        return refused;
    }

    private static Object[] parameters(Demand.Key key, Demand demand) {
        return new Object[] {
            demand.pricing(),
            demand.pricedValue(),
            demand.pricing(),
            demand.pricedQuantity(),
            demand.pricedValue(),
            demand.quantity(),
            demand.pricedQuantity(),
            demand.quantity(),
            demand.reserved(),
            demand.incoming(),
            demand.moves(),
            key.storeId(),
            key.sku(),
            Objects.requireNonNullElse(demand.available(), NO_GUARD),
            Objects.requireNonNullElse(demand.onHand(), NO_GUARD)
        };
    }

    /** By one statement with one branch a store. */
    private Map<Demand.Key, Balance> read(SortedMap<Demand.Key, Demand> demands) {
        Map<Integer, List<String>> byStore = new TreeMap<>();
        demands.keySet()
                .forEach(key -> byStore.computeIfAbsent(key.storeId(), store -> new ArrayList<>())
                        .add(key.sku()));
        List<String> branches = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        byStore.forEach((store, skus) -> {
            branches.add(READ + String.join(",", Collections.nCopies(skus.size(), "?")) + ")");
            parameters.add(store);
            parameters.addAll(skus);
        });
        Map<Demand.Key, Balance> balances = new HashMap<>();
        jdbc.query(
                String.join(" union all ", branches),
                row -> {
                    balances.put(
                            new Demand.Key(row.getInt(1), row.getString(2)),
                            new Balance(
                                    row.getLong(3),
                                    row.getBigDecimal(4),
                                    row.getBigDecimal(5),
                                    row.getBigDecimal(6),
                                    row.getBigDecimal(7)));
                },
                parameters.toArray());
        return balances;
    }
}
