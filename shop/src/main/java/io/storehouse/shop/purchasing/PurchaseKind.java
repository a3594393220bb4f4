package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import java.util.List;
import java.util.UUID;

/** What the commands on orders have in common when they are recorded. */
abstract class PurchaseKind<C extends PurchaseCommand> implements DocumentKind<C, Purchase<C>, PurchaseDocument> {
    private final String scope;

    PurchaseKind(String scope) {
        this.scope = scope;
    }

    /** Checks the command, reading only. */
    abstract Purchase<C> prepare(C command);

    /** Writes it and what follows from it. */
    abstract void write(Purchase<C> purchase);

    @Override
    public List<Purchase<C>> prepare(List<C> commands) {
        return commands.stream().map(this::prepare).toList();
    }

    @Override
    public void write(List<Purchase<C>> purchases) {
        purchases.forEach(this::write);
    }

    @Override
    public String scope() {
        return scope;
    }

    @Override
    public UUID id(C command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(C command) {
        return command.hash().value();
    }

    @Override
    public Class<PurchaseDocument> responseType() {
        return PurchaseDocument.class;
    }

    @Override
    public PurchaseDocument replayed(PurchaseDocument first) {
        return new PurchaseDocument(first.id(), first.order(), first.number(), first.store(), first.recordedAt(), true);
    }

    @Override
    public PurchaseDocument response(Purchase<C> purchase) {
        return new PurchaseDocument(
                purchase.command().id(),
                purchase.order().id(),
                purchase.order().number(),
                purchase.order().store(),
                purchase.recordedAt(),
                false);
    }
}
