package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.events.StockCounted;
import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.problems.ShopException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How counts are finished. */
@Component
class CountClosings implements StockDocumentKind<FinishCount> {
    private final StockPosting posting;
    private final CountTables tables;
    private final KnownCounts known;

    CountClosings(StockPosting posting, CountTables tables, KnownCounts known) {
        this.posting = posting;
        this.tables = tables;
        this.known = known;
    }

    @Override
    public List<Dated<FinishCount>> prepare(List<FinishCount> commands) {
        return commands.stream()
                .map(command -> posting.date(
                        command, command.occurredAt(), known.store(known.require(command.countId())), Map.of()))
                .toList();
    }

    @Override
    public void write(List<Dated<FinishCount>> documents) {
        documents.forEach(this::write);
    }

    private void write(Dated<FinishCount> document) {
        Count count = known.require(document.command().countId());
        if (!tables.close(count, "finished")) {
            throw KnownCounts.closed(count);
        }
        tables.lockBalances(count);
        List<Count.Line> lines = new ArrayList<>(lines(tables.rebased(count)));
        DocumentMoves differences = document.moves("count").asFound();
        lines.forEach(line -> differences.add(line.sku(), line.difference()));
        List<StockMove> moves = posting.move(List.of(differences)).get(0);
        tables.insertLines(count, lines);
        posting.announce(StockPosting.event(
                EventType.STOCK_COUNTED,
                count.id(),
                document.command().occurredAt(),
                document,
                new StockCounted(
                        count.id().toString(),
                        count.reference(),
                        lines.stream()
                                .map(line -> new StockCounted.Line(line.sku(), line.counted(), line.book()))
                                .toList(),
                        moves)));
    }

    /** One line a SKU, where the books were the same at all counts of it. */
    private static Collection<Count.Line> lines(List<Count.Entry> entries) {
        SortedMap<String, Count.Line> lines = new TreeMap<>();
        SortedSet<String> ambiguous = new TreeSet<>();
        for (Count.Entry entry : entries) {
            Count.Line before = lines.get(entry.sku());
            if (before == null) {
                lines.put(entry.sku(), new Count.Line(entry.sku(), entry.quantity(), entry.book()));
                continue;
            }
            if (before.book().compareTo(entry.book()) != 0) {
                ambiguous.add(entry.sku());
            }
            lines.put(entry.sku(), before.and(entry));
        }
        if (!ambiguous.isEmpty()) {
            throw new ShopException(
                    StockError.COUNT_AMBIGUOUS,
                    "Cannot finish: stock moved between the counts of several places; count again: "
                            + String.join(", ", ambiguous),
                    Map.of("skus", List.copyOf(ambiguous)));
        }
        return lines.values();
    }

    @Override
    public String scope() {
        return "count-closing";
    }

    @Override
    public UUID id(FinishCount command) {
        return command.id();
    }

    @Override
    public String reference(Dated<FinishCount> document) {
        return document.command().countId().toString();
    }

    @Override
    public CommandHash.Value hash(FinishCount command) {
        return new CommandHash()
                .add(command.countId())
                .add(command.occurredAt())
                .value();
    }
}
