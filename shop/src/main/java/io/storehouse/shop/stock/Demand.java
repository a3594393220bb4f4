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
 * @param available what must be available before the first, so that each move finds what it takes from others' use; null
 *     where none takes anything from it
 * @param onHand what must be on hand before the first; null where none takes anything out. Who takes out what is reserved for
 *     him asks for no more than that: what is promised beyond the goods is served in the order of coming
 * @param moves how many there are
 */
record Demand(
        @Nullable Movement priced,
        BigDecimal quantity,
        BigDecimal reserved,
        BigDecimal incoming,
        @Nullable BigDecimal available,
        @Nullable BigDecimal onHand,
        int moves) {
    private static final Demand NONE =
            new Demand(null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null, null, 0);

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
        DocumentMoves.Guard guard = movement.of().guard();
        boolean asksForFree = guard == DocumentMoves.Guard.AVAILABLE && movement.outgoing();
        boolean takesOut =
                guard != DocumentMoves.Guard.NONE && change.quantity().signum() < 0;
        return new Demand(
                movement.priced() ? movement : priced,
                nextQuantity,
                nextReserved,
                incoming.add(change.incoming()),
                asksForFree ? more(available, nextReserved.subtract(nextQuantity)) : available,
                takesOut ? more(onHand, nextQuantity.negate()) : onHand,
                moves + 1);
    }

    /** Whether anything must be there for it. */
    boolean asks() {
        return available != null || onHand != null;
    }

    /** What must be there at least; what is taken back by the same moves need not. */
    private static @Nullable BigDecimal more(@Nullable BigDecimal before, BigDecimal needed) {
        if (needed.signum() <= 0) {
            return before;
        }
        return before == null ? needed : before.max(needed);
    }
}
