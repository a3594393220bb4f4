package io.storehouse.shop.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One move to be made.
 *
 * @param document its place in the list of documents
 */
record Movement(int document, DocumentMoves of, Demand.Key key, DocumentMoves.Change change) {

    boolean priced() {
        return change.value() != null;
    }

    /** Goods that stock must cover, unless they are gone already. */
    boolean outgoing() {
        return available().signum() < 0;
    }

    java.math.BigDecimal available() {
        return change.quantity().subtract(change.reserved());
    }

    /**
     * The moves of all documents in their order, in as few rounds as give what one by one would: within a round a balance has at
     * most one move with a value of its own, and that one first. Then one statement can move its quantity and its value.
     */
    static List<List<Movement>> rounds(List<DocumentMoves> documents) {
        List<List<Movement>> rounds = new ArrayList<>();
        Map<Demand.Key, Integer> latest = new HashMap<>();
        for (int i = 0; i < documents.size(); i++) {
            DocumentMoves document = documents.get(i);
            int place = i;
            document.changes().forEach((sku, change) -> {
                if (!change.nothing()) {
                    Movement movement = new Movement(place, document, new Demand.Key(document.storeId(), sku), change);
                    int before = latest.getOrDefault(movement.key(), movement.priced() ? -1 : 0);
                    int round = movement.priced() ? before + 1 : before;
                    latest.put(movement.key(), round);
                    while (rounds.size() <= round) {
                        rounds.add(new ArrayList<>());
                    }
                    rounds.get(round).add(movement);
                }
            });
        }
        return rounds;
    }
}
