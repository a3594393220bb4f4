package io.storehouse.shop.sales;

import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Divides what a SKU's goods cost among the order's lines of it, in their order and by quantity, without a rest. */
final class CostShares {
    private final Map<String, BigDecimal> costs = new HashMap<>();
    private final Map<String, BigDecimal> quantities = new HashMap<>();
    private final Map<String, BigDecimal> taken = new HashMap<>();

    /** The shares of an order's lines in what its moves took out. */
    CostShares(List<StockMove> moves) {
        for (StockMove move : moves) {
            if (move.value() != null && move.quantity().signum() < 0) {
                costs.merge(move.sku(), move.value().negate(), BigDecimal::add);
                quantities.merge(move.sku(), move.quantity().negate(), BigDecimal::add);
            }
        }
    }

    /** The next line's share; empty for what did not move. */
    Optional<BigDecimal> next(String sku, BigDecimal quantity) {
        BigDecimal cost = costs.get(sku);
        if (cost == null) {
            return Optional.empty();
        }
        BigDecimal before = taken.getOrDefault(sku, BigDecimal.ZERO);
        taken.put(sku, before.add(quantity));
        return Optional.of(Decimals.share(cost, Objects.requireNonNull(quantities.get(sku)), before, quantity));
    }
}
