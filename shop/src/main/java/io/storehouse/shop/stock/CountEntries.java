package io.storehouse.shop.stock;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.problems.ShopException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How what was counted is kept. Nothing has moved, so no event leaves. */
@Component
class CountEntries implements StockDocumentKind<EnterCount> {
    private static final int PLACE = 64;

    private final StockPosting posting;
    private final CountTables tables;
    private final KnownCounts known;

    CountEntries(StockPosting posting, CountTables tables, KnownCounts known) {
        this.posting = posting;
        this.tables = tables;
        this.known = known;
    }

    @Override
    public List<Dated<EnterCount>> prepare(List<EnterCount> commands) {
        return commands.stream().map(this::prepare).toList();
    }

    private Dated<EnterCount> prepare(EnterCount command) {
        Count count = known.require(command.countId());
        if (command.quantity().signum() < 0) {
            throw StockPosting.invalid("Invalid quantity of " + command.sku() + ": expected 0 or more");
        }
        Texts.atMost(PLACE, command.place(), "place");
        Texts.atMost(PLACE, command.counter(), "counter");
        if (command.countedAt().isBefore(count.occurredAt())
                || command.countedAt().isAfter(posting.now())) {
            throw StockPosting.invalid(
                    "Invalid time: " + command.countedAt() + "; expected from the count's opening until now");
        }
        return posting.date(command, command.countedAt(), known.store(count), posting.goods(List.of(command.sku())));
    }

    @Override
    public void write(List<Dated<EnterCount>> documents) {
        documents.forEach(this::write);
    }

    private void write(Dated<EnterCount> document) {
        EnterCount entry = document.command();
        Count count = known.require(entry.countId());
        if (!tables.holdOpen(count)) {
            throw KnownCounts.closed(count);
        }
        CountTables.Book book = tables.book(count.storeId(), entry.sku(), entry.countedAt());
        boolean kept = entry.replaces() == null
                ? tables.add(count, entry, book, document.recordedAt())
                : tables.replace(count, entry, book, document.recordedAt());
        if (!kept) {
            throw new ShopException(
                    StockError.ALREADY_COUNTED,
                    "Cannot keep the count of " + entry.sku() + " at '" + entry.place()
                            + "': another is there; replace that one, or name another place",
                    Map.of("sku", entry.sku(), "place", entry.place()));
        }
    }

    @Override
    public String scope() {
        return "count-entry";
    }

    @Override
    public UUID id(EnterCount command) {
        return command.id();
    }

    @Override
    public String reference(Dated<EnterCount> document) {
        return document.command().countId().toString();
    }

    @Override
    public CommandHash.Value hash(EnterCount command) {
        return new CommandHash()
                .add(command.countId())
                .add(command.sku())
                .add(command.place())
                .add(command.counter())
                .add(command.quantity())
                .add(command.countedAt())
                .add(command.replaces())
                .value();
    }
}
