package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.stores.Store;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How goods leave for another store. */
@Component
class Dispatches implements StockDocumentKind<DispatchTransfer> {
    private final StockPosting posting;
    private final TransferTables tables;

    Dispatches(StockPosting posting, TransferTables tables) {
        this.posting = posting;
        this.tables = tables;
    }

    @Override
    public List<Dated<DispatchTransfer>> prepare(List<DispatchTransfer> commands) {
        commands.forEach(Dispatches::check);
        Map<String, Store> stores = posting.stores(commands.stream()
                .flatMap(command -> Stream.of(command.source(), command.destination()))
                .toList());
        Map<String, Product> products = posting.goods(commands.stream()
                .flatMap(command -> command.lines().stream())
                .map(GoodsLine::sku)
                .collect(Collectors.toSet()));
        return commands.stream()
                .map(command -> posting.date(
                        command, command.occurredAt(), Objects.requireNonNull(stores.get(command.source())), products))
                .toList();
    }

    private static void check(DispatchTransfer command) {
        StockPosting.check(command.reference(), command.lines().size());
        GoodsLine.check(command.lines());
        if (command.source().equals(command.destination())) {
            throw StockPosting.invalid("Invalid destination: " + command.destination() + " is the source");
        }
    }

    @Override
    public void write(List<Dated<DispatchTransfer>> documents) {
        documents.forEach(this::write);
    }

    private void write(Dated<DispatchTransfer> document) {
        DispatchTransfer command = document.command();
        Store destination = Objects.requireNonNull(
                posting.stores(List.of(command.destination())).get(command.destination()));
        DocumentMoves out = document.moves("transfer-out");
        DocumentMoves onItsWay = document.moves("in-transit", destination);
        SortedMap<String, BigDecimal> quantities = GoodsLine.sums(command.lines());
        quantities.forEach((sku, quantity) -> {
            out.add(sku, quantity.negate());
            onItsWay.expect(sku, quantity);
        });
        List<List<StockMove>> moves = posting.move(List.of(out, onItsWay));
        SortedMap<String, Transfer.Line> lines = new TreeMap<>();
        moves.get(0)
                .forEach(move -> lines.put(
                        move.sku(),
                        new Transfer.Line(
                                move.quantity().negate(),
                                Objects.requireNonNull(move.value()).negate(),
                                BigDecimal.ZERO)));
        tables.insert(document, destination.id(), lines);
        Transfer transfer = new Transfer(
                document.key(),
                command.id(),
                command.reference(),
                command.source(),
                command.destination(),
                Transfer.DISPATCHED,
                command.occurredAt(),
                document.recordedAt(),
                lines);
        posting.announce(StockPosting.event(
                EventType.TRANSFER_CHANGED,
                command.id(),
                command.occurredAt(),
                document,
                transfer.event(moves.get(0), moves.get(1))));
    }

    @Override
    public String scope() {
        return "transfer";
    }

    @Override
    public UUID id(DispatchTransfer command) {
        return command.id();
    }

    @Override
    public String reference(Dated<DispatchTransfer> document) {
        return document.command().reference();
    }

    @Override
    public CommandHash.Value hash(DispatchTransfer command) {
        CommandHash hash = new CommandHash()
                .add(command.reference())
                .add(command.source())
                .add(command.destination())
                .add(command.occurredAt());
        GoodsLine.addTo(hash, command.lines());
        return hash.value();
    }
}
