package io.storehouse.shop.stock;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the moves of a round, one after the other, ask of one balance.
 *
 * @param priced the move with a value of its own, which is the first of them; null for none
 * @param quantity Σ of all changes of the quantity on hand
 * @param required what must be available before the first, so that each outgoing move finds what it takes; null where none
 *     asks for anything
 * @param moves how many there are
 */
record Demand(
        @Nullable Movement priced,
        BigDecimal quantity,
        BigDecimal reserved,
        BigDecimal incoming,
        @Nullable BigDecimal required,
        int moves) {
    private static final Demand NONE = new Demand(null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null, 0);

    /** A balance; sorted, so that all transactions lock in one order. */
    record Key(int storeId, String sku) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byStore = Integer.compare(storeId, other.storeId);
            return byStore != 0 ? byStore : sku.compareTo(other.sku);
        }
    }

    static TreeMap<Key, Demand> of(List<Movement> round) {
        TreeMap<Key, Demand> demands = new TreeMap<>();
        round.forEach(
                movement -> demands.merge(movement.key(), NONE.and(movement), (before, alone) -> before.and(movement)));
        return demands;
    }

    /** The quantity that the priced move brings. */
    BigDecimal pricedQuantity() {
        return priced == null ? BigDecimal.ZERO : priced.change().quantity();
    }

    /** The value that the priced move brings. */
    BigDecimal pricedValue() {
        return priced == null || priced.change().value() == null
                ? BigDecimal.ZERO
                : priced.change().value();
    }

    /** 2 when the priced move changes the average cost, 1 when it does where none is known, 0 else. */
    int pricing() {
        if (priced == null || pricedQuantity().signum() <= 0) {
            return 0;
        }
        return priced.of().pricing() ? 2 : 1;
    }

    private Demand and(Movement movement) {
        DocumentMoves.Change change = movement.change();
        BigDecimal nextQuantity = quantity.add(change.quantity());
        BigDecimal nextReserved = reserved.add(change.reserved());
        BigDecimal lack = nextReserved.subtract(nextQuantity);
        boolean asks = movement.outgoing() && movement.of().offline() == null;
        return new Demand(
                movement.priced() ? movement : priced,
                nextQuantity,
                nextReserved,
                incoming.add(change.incoming()),
                asks ? (required == null ? lack : required.max(lack)) : required,
                moves + 1);
    }
}
