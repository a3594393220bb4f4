package io.storehouse.shop.stock;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

/**
 * What documents, one after the other, ask of one balance.
 *
 * @param net Σ of their quantities
 * @param lowest the lowest running sum, at most 0: what must be available before the first
 * @param moves how many there are
 */
record Demand(BigDecimal net, BigDecimal lowest, int moves) {
    private static final Demand NONE = new Demand(BigDecimal.ZERO, BigDecimal.ZERO, 0);

    /** A balance; sorted, so that all transactions lock in one order. */
    record Key(int storeId, String sku) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byStore = Integer.compare(storeId, other.storeId);
            return byStore != 0 ? byStore : sku.compareTo(other.sku);
        }
    }

    static TreeMap<Key, Demand> of(List<DocumentMoves> documents) {
        TreeMap<Key, Demand> demands = new TreeMap<>();
        for (DocumentMoves document : documents) {
            document.quantities().forEach((sku, quantity) -> {
                if (quantity.signum() != 0) {
                    Key key = new Key(document.storeId(), sku);
                    demands.put(key, demands.getOrDefault(key, NONE).and(quantity));
                }
            });
        }
        return demands;
    }

    BigDecimal required() {
        return lowest.negate();
    }

    private Demand and(BigDecimal quantity) {
        BigDecimal sum = net.add(quantity);
        return new Demand(sum, lowest.min(sum), moves + 1);
    }
}
