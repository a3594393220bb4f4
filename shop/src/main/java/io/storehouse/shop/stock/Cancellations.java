package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.stores.Store;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How goods on their way come back. */
@Component
class Cancellations implements StockDocumentKind<CancelTransfer> {
    private final StockPosting posting;
    private final TransferTables tables;
    private final KnownTransfers known;

    Cancellations(StockPosting posting, TransferTables tables, KnownTransfers known) {
        this.posting = posting;
        this.tables = tables;
        this.known = known;
    }

    @Override
    public List<Dated<CancelTransfer>> prepare(List<CancelTransfer> commands) {
        return commands.stream()
                .map(command -> posting.date(
                        command,
                        command.occurredAt(),
                        known.store(known.require(command.transferId()).source()),
                        Map.of()))
                .toList();
    }

    @Override
    public void write(List<Dated<CancelTransfer>> documents) {
        documents.forEach(this::write);
    }

    private void write(Dated<CancelTransfer> document) {
        Transfer transfer = known.require(document.command().transferId());
        tables.cancel(transfer);
        Store destination = known.store(transfer.destination());
        DocumentMoves back = document.moves("transfer-out");
        DocumentMoves noMore = document.moves("in-transit", destination);
        transfer.lines().forEach((sku, line) -> {
            back.add(sku, line.quantity(), line.value());
            noMore.expect(sku, line.quantity().negate());
        });
        List<List<StockMove>> moves = posting.move(List.of(back, noMore));
        posting.announce(StockPosting.event(
                EventType.TRANSFER_CHANGED,
                transfer.id(),
                document.command().occurredAt(),
                document,
                transfer.with(Transfer.CANCELLED, transfer.lines()).event(moves.get(0), moves.get(1))));
    }

    @Override
    public String scope() {
        return "transfer-cancel";
    }

    @Override
    public UUID id(CancelTransfer command) {
        return command.id();
    }

    @Override
    public String reference(Dated<CancelTransfer> document) {
        return Objects.toString(document.command().transferId());
    }

    @Override
    public CommandHash.Value hash(CancelTransfer command) {
        return new CommandHash()
                .add(command.transferId())
                .add(command.occurredAt())
                .value();
    }
}
