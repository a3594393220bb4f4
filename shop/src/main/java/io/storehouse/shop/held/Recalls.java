package io.storehouse.shop.held;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How held sales are taken up: each by one recall. */
@Component
class Recalls implements DocumentKind<RecallSale, RecallSale, RecallSale.Recalled> {
    private final HeldTable table;

    Recalls(HeldTable table) {
        this.table = table;
    }

    @Override
    public List<RecallSale> prepare(List<RecallSale> commands) {
        return commands;
    }

    @Override
    public void write(List<RecallSale> recalls) {
        recalls.forEach(table::recall);
    }

    @Override
    public String scope() {
        return "recall";
    }

    @Override
    public UUID id(RecallSale command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(RecallSale command) {
        return new CommandHash().add(command.sale()).add(command.till()).value();
    }

    @Override
    public Class<RecallSale.Recalled> responseType() {
        return RecallSale.Recalled.class;
    }

    @Override
    public RecallSale.Recalled response(RecallSale recall) {
        return new RecallSale.Recalled(recall.id(), recall.sale(), false);
    }

    @Override
    public RecallSale.Recalled replayed(RecallSale.Recalled first) {
        return new RecallSale.Recalled(first.id(), first.sale(), true);
    }
}
