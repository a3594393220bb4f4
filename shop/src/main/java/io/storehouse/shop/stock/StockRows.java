package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How rows of a stock file are posted: each once, by a receipt or an adjustment of its own, with the row's id. */
@Component
class StockRows implements DocumentKind<StockRow, StockRows.Posting, StockRows.Taken> {
    private final Stock stock;
    private final BalanceLocks balances;
    private final Stores stores;
    private final Clock clock;

    StockRows(Stock stock, BalanceLocks balances, Stores stores, Clock clock) {
        this.stock = stock;
        this.balances = balances;
        this.stores = stores;
        this.clock = clock;
    }

    /** A row and what it moves. */
    record Posting(StockRow row, BigDecimal quantity, Instant occurredAt) {
        boolean isReceipt() {
            return row.unitCost() != null && quantity.signum() > 0;
        }
    }

    /** What became of a row. */
    record Taken(UUID id, boolean moved, boolean replayed) {}

    @Override
    public String scope() {
        return "stock-row";
    }

    @Override
    public UUID id(StockRow row) {
        return row.id();
    }

    @Override
    public CommandHash.Value hash(StockRow row) {
        CommandHash hash = new CommandHash()
                .add(row.store())
                .add(row.reference())
                .add(row.sku())
                .add(text(row.quantity()))
                .add(text(row.counted()))
                .add(text(row.unitCost()))
                .add(row.reason());
        return hash.add(row.occurredAt() == null ? null : row.occurredAt().toString())
                .value();
    }

    private static @org.jspecify.annotations.Nullable String text(
            @org.jspecify.annotations.Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    @Override
    public Class<Taken> responseType() {
        return Taken.class;
    }

    @Override
    public Taken replayed(Taken first) {
        return new Taken(first.id(), first.moved(), true);
    }

    @Override
    public Taken response(Posting posting) {
        return new Taken(posting.row().id(), posting.quantity().signum() != 0, false);
    }

    /** What is counted is compared with a balance that stays as it is until the difference is posted. */
    @Override
    public List<Posting> prepare(List<StockRow> rows) {
        Map<String, Store> known =
                stores.require(rows.stream().map(StockRow::store).distinct().toList());
        boolean counts = rows.stream().anyMatch(row -> row.counted() != null);
        Map<Demand.Key, BigDecimal> onHand = counts ? balances.lock(keys(rows, known)) : new HashMap<>();
        Instant now = clock.instant();
        List<Posting> postings = new ArrayList<>(rows.size());
        for (StockRow row : rows) {
            Demand.Key key = key(row, known);
            BigDecimal before = onHand.getOrDefault(key, BigDecimal.ZERO);
            BigDecimal quantity = row.counted() == null
                    ? Objects.requireNonNull(row.quantity())
                    : row.counted().subtract(before);
            onHand.put(key, before.add(quantity));
            postings.add(new Posting(row, quantity, row.occurredAt() == null ? now : row.occurredAt()));
        }
        return postings;
    }

    private static List<Demand.Key> keys(List<StockRow> rows, Map<String, Store> known) {
        return rows.stream()
                .filter(row -> row.counted() != null)
                .map(row -> key(row, known))
                .toList();
    }

    private static Demand.Key key(StockRow row, Map<String, Store> known) {
        return new Demand.Key(Objects.requireNonNull(known.get(row.store())).id(), row.sku());
    }

    @Override
    public void write(List<Posting> postings) {
        List<ReceiveStock> receipts = new ArrayList<>();
        List<AdjustStock> adjustments = new ArrayList<>();
        for (Posting posting : postings) {
            if (posting.isReceipt()) {
                receipts.add(receipt(posting));
            } else if (posting.quantity().signum() != 0) {
                adjustments.add(adjustment(posting));
            }
        }
        stock.receive(receipts);
        stock.adjust(adjustments);
    }

    private static ReceiveStock receipt(Posting posting) {
        StockRow row = posting.row();
        return new ReceiveStock(
                row.id(),
                row.reference(),
                row.store(),
                Channel.IMPORT,
                posting.occurredAt(),
                false,
                List.of(new ReceiveStock.Line(row.sku(), posting.quantity(), Objects.requireNonNull(row.unitCost()))));
    }

    private static AdjustStock adjustment(Posting posting) {
        StockRow row = posting.row();
        return new AdjustStock(
                row.id(),
                row.reference(),
                row.store(),
                null,
                Channel.IMPORT,
                posting.occurredAt(),
                List.of(new AdjustStock.Line(row.sku(), posting.quantity(), row.reason())));
    }
}
