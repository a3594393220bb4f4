package io.storehouse.shop.stock;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.stores.Store;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How counts are opened. Nothing has moved, so no event leaves. */
@Component
class CountOpenings implements StockDocumentKind<OpenCount> {
    private final StockPosting posting;
    private final CountTables tables;

    CountOpenings(StockPosting posting, CountTables tables) {
        this.posting = posting;
        this.tables = tables;
    }

    @Override
    public List<Dated<OpenCount>> prepare(List<OpenCount> commands) {
        commands.forEach(command -> StockPosting.check(command.reference(), 1));
        Map<String, Store> stores =
                posting.stores(commands.stream().map(OpenCount::store).toList());
        return commands.stream()
                .map(command -> posting.date(
                        command, command.occurredAt(), Objects.requireNonNull(stores.get(command.store())), Map.of()))
                .toList();
    }

    @Override
    public void write(List<Dated<OpenCount>> documents) {
        tables.insert(documents);
    }

    @Override
    public String scope() {
        return "count";
    }

    @Override
    public UUID id(OpenCount command) {
        return command.id();
    }

    @Override
    public String reference(Dated<OpenCount> document) {
        return document.command().reference();
    }

    @Override
    public CommandHash.Value hash(OpenCount command) {
        return new CommandHash()
                .add(command.reference())
                .add(command.store())
                .add(command.occurredAt())
                .value();
    }
}
