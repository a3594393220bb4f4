package io.storehouse.shop.stock;

import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class StockTables implements StockLedger {
    /** 0 stands for nothing, to keep the parameters' types alike: the driver then sends all rows at once. */
    private static final String INSERT_MOVE = """
            insert into stock_move (
                store_id, sku, version, kind, quantity, on_hand, document_id, reserved, incoming, value, occurred_at,
                business_date)
            values (?, ?, ?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0), ?, ?, ?)
            """;

    private final Balances balances;
    private final Consumption reservations;
    private final Shortages shortages;
    private final Periods periods;
    private final LateSales lateSales;
    private final Rows rows;
    private final Clock clock;

    StockTables(
            Balances balances,
            Consumption reservations,
            Shortages shortages,
            Periods periods,
            LateSales lateSales,
            Rows rows,
            Clock clock) {
        this.periods = periods;
        this.lateSales = lateSales;
        this.balances = balances;
        this.reservations = reservations;
        this.shortages = shortages;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<List<StockMove>> post(List<DocumentMoves> documents) {
        periods.check(documents);
        List<List<StockMove>> moves = moveAfter(reservations.consume(documents), documents);
        for (int i = 0; i < documents.size(); i++) {
            DocumentMoves rebase = lateSales.rebase(documents.get(i));
            if (rebase != null) {
                List<StockMove> own = new ArrayList<>(moves.get(i));
                own.addAll(move(List.of(rebase)).get(0));
                moves.set(i, own);
            }
        }
        return moves;
    }

    /** Releases what documents consume, each before its document moves. */
    private List<List<StockMove>> moveAfter(Map<Integer, DocumentMoves> releases, List<DocumentMoves> documents) {
        if (releases.isEmpty()) {
            return move(documents);
        }
        List<DocumentMoves> all = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            DocumentMoves release = releases.get(i);
            if (release != null) {
                all.add(release);
            }
            all.add(documents.get(i));
        }
        Iterator<List<StockMove>> moves = move(all).iterator();
        List<List<StockMove>> merged = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            List<StockMove> own = new ArrayList<>(releases.containsKey(i) ? moves.next() : List.of());
            own.addAll(moves.next());
            merged.add(own);
        }
        return merged;
    }

    private List<List<StockMove>> move(List<DocumentMoves> documents) {
        List<TreeMap<String, StockMove>> moves = new ArrayList<>();
        documents.forEach(document -> moves.add(new TreeMap<>()));
        List<@Nullable Object[]> ledger = new ArrayList<>();
        List<@Nullable Object[]> lacking = new ArrayList<>();
        Instant now = clock.instant();
        for (List<Movement> round : Movement.rounds(documents)) {
            Map<Demand.Key, Balance> after = balances.move(Demand.of(round));
            for (ListIterator<Movement> at = round.listIterator(round.size()); at.hasPrevious(); ) {
                Movement movement = at.previous();
                Balance reached =
                        Objects.requireNonNull(after.put(movement.key(), before(movement, after)), "A moved balance");
                StockMove move = move(movement, reached);
                moves.get(movement.document()).put(move.sku(), move);
                ledger.add(row(movement, move, now));
                if (move.kind().equals(Shortages.KIND)) {
                    lacking.add(Shortages.row(movement, reached, time(movement, now), now));
                }
            }
        }
        rows.write(INSERT_MOVE, ledger);
        shortages.insert(lacking);
        return new ArrayList<>(
                moves.stream().map(byKey -> List.copyOf(byKey.values())).toList());
    }

    /** The final balance belongs to the last move of its key; each move before it is one version and its successor's change less. */
    private static Balance before(Movement movement, Map<Demand.Key, Balance> balances) {
        return Objects.requireNonNull(balances.get(movement.key()), "A moved balance is there")
                .before(movement);
    }

    private static StockMove move(Movement movement, Balance after) {
        return new StockMove(
                movement.key().sku(),
                Shortages.is(movement, after) ? Shortages.KIND : movement.of().kind(),
                movement.change().quantity(),
                after.version(),
                after.onHand(),
                after.valueOf(movement));
    }

    private static Instant time(Movement movement, Instant now) {
        return Objects.requireNonNullElse(movement.of().occurredAt(), now);
    }

    private static @Nullable Object[] row(Movement movement, StockMove move, Instant now) {
        Instant occurredAt = time(movement, now);
        LocalDate date = Objects.requireNonNullElse(
                movement.of().businessDate(), LocalDate.ofInstant(occurredAt, ZoneOffset.UTC));
        return new @Nullable Object[] {
            movement.key().storeId(),
            move.sku(),
            move.version(),
            move.kind(),
            move.quantity(),
            move.onHand(),
            movement.of().documentId(),
            movement.change().reserved(),
            movement.change().incoming(),
            Objects.requireNonNullElse(move.value(), BigDecimal.ZERO),
            Rows.utc(occurredAt),
            date
        };
    }
}
