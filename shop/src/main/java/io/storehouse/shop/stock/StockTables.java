package io.storehouse.shop.stock;

import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class StockTables implements StockLedger {
    private static final String MOVE_BALANCE = """
            update stock_balance
            set on_hand = on_hand + ?, version = version + ?
            where store_id = ? and sku = ? and on_hand - reserved >= ?
            """;
    private static final String OPEN_BALANCE = "insert ignore into stock_balance (store_id, sku) values (?, ?)";
    private static final String INSERT_MOVE =
            Rows.insert("stock_move", "store_id", "sku", "version", "kind", "quantity", "on_hand", "document_id");

    private final JdbcTemplate jdbc;
    private final Rows rows;

    StockTables(JdbcTemplate jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<List<StockMove>> post(List<DocumentMoves> documents) {
        TreeMap<Demand.Key, Demand> demands = Demand.of(documents);
        if (demands.isEmpty()) {
            return documents.stream().map(document -> List.<StockMove>of()).toList();
        }
        moveBalances(demands);
        List<List<StockMove>> moves = walkBack(documents, balances(demands));
        insertMoves(documents, moves);
        return moves;
    }

    private void moveBalances(SortedMap<Demand.Key, Demand> demands) {
        List<Demand.Key> refused = update(demands);
        if (refused.isEmpty()) {
            return;
        }
        List<String> lacking = refused.stream()
                .filter(key ->
                        Objects.requireNonNull(demands.get(key)).required().signum() > 0)
                .map(Demand.Key::sku)
                .distinct()
                .sorted()
                .toList();
        if (!lacking.isEmpty()) {
            throw new ShopException(
                    StockError.INSUFFICIENT_STOCK,
                    "Cannot take out what is not there: " + String.join(", ", lacking),
                    Map.of("skus", lacking));
        }
        rows.write(
                OPEN_BALANCE,
                refused.stream()
                        .map(key -> new Object[] {key.storeId(), key.sku()})
                        .toList());
        SortedMap<Demand.Key, Demand> opened = new TreeMap<>();
        refused.forEach(key -> opened.put(key, demands.get(key)));
        List<Demand.Key> still = update(opened);
        if (!still.isEmpty()) {
            throw new IllegalStateException("Failed to open balances: " + still);
        }
    }

    /** The keys whose update found no row, in their order. */
    private List<Demand.Key> update(SortedMap<Demand.Key, Demand> demands) {
        List<Demand.Key> keys = List.copyOf(demands.keySet());
        int[] counts = rows.write(
                MOVE_BALANCE,
                demands.entrySet().stream()
                        .map(entry -> new Object[] {
                            entry.getValue().net(),
                            entry.getValue().moves(),
                            entry.getKey().storeId(),
                            entry.getKey().sku(),
                            entry.getValue().required()
                        })
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

    /** The balances after all updates, by one statement with one branch a store. */
    private Map<Demand.Key, Balance> balances(SortedMap<Demand.Key, Demand> demands) {
        Map<Integer, List<String>> byStore = new TreeMap<>();
        demands.keySet()
                .forEach(key -> byStore.computeIfAbsent(key.storeId(), store -> new ArrayList<>())
                        .add(key.sku()));
        List<String> branches = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        byStore.forEach((store, skus) -> {
            branches.add("select store_id, sku, version, on_hand from stock_balance where store_id = ? and sku in ("
                    + String.join(",", Collections.nCopies(skus.size(), "?")) + ")");
            parameters.add(store);
            parameters.addAll(skus);
        });
        Map<Demand.Key, Balance> balances = new HashMap<>();
        jdbc.query(
                String.join(" union all ", branches),
                row -> {
                    balances.put(
                            new Demand.Key(row.getInt(1), row.getString(2)),
                            new Balance(row.getLong(3), row.getBigDecimal(4)));
                },
                parameters.toArray());
        return balances;
    }

    /** The final balance belongs to the last move of its key; each move before it is one version and its successor's quantity less. */
    private static List<List<StockMove>> walkBack(List<DocumentMoves> documents, Map<Demand.Key, Balance> balances) {
        List<List<StockMove>> moves = new ArrayList<>(Collections.nCopies(documents.size(), List.of()));
        for (ListIterator<DocumentMoves> at = documents.listIterator(documents.size()); at.hasPrevious(); ) {
            int index = at.previousIndex();
            DocumentMoves document = at.previous();
            List<StockMove> own = new ArrayList<>();
            document.quantities().forEach((sku, quantity) -> {
                if (quantity.signum() != 0) {
                    Demand.Key key = new Demand.Key(document.storeId(), sku);
                    Balance after = Objects.requireNonNull(balances.get(key), "A moved balance is there");
                    own.add(new StockMove(sku, document.kind(), quantity, after.version(), after.onHand()));
                    balances.put(key, after.before(quantity));
                }
            });
            moves.set(index, own);
        }
        return moves;
    }

    private void insertMoves(List<DocumentMoves> documents, List<List<StockMove>> moves) {
        List<Object[]> parameters = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            DocumentMoves document = documents.get(i);
            for (StockMove move : moves.get(i)) {
                parameters.add(new Object[] {
                    document.storeId(),
                    move.sku(),
                    move.version(),
                    move.kind(),
                    move.quantity(),
                    move.onHand(),
                    document.documentId()
                });
            }
        }
        rows.write(INSERT_MOVE, parameters);
    }

    private record Balance(long version, BigDecimal onHand) {
        Balance before(BigDecimal quantity) {
            return new Balance(version - 1, onHand.subtract(quantity));
        }
    }
}
