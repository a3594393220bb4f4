package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How goods of a transfer arrive. */
@Component
class Arrivals implements StockDocumentKind<ReceiveTransfer> {
    private final StockPosting posting;
    private final TransferTables tables;
    private final KnownTransfers known;

    Arrivals(StockPosting posting, TransferTables tables, KnownTransfers known) {
        this.posting = posting;
        this.tables = tables;
        this.known = known;
    }

    @Override
    public List<Dated<ReceiveTransfer>> prepare(List<ReceiveTransfer> commands) {
        return commands.stream()
                .map(command -> {
                    check(command);
                    Transfer transfer = known.require(command.transferId());
                    return posting.date(command, command.occurredAt(), known.store(transfer.destination()), Map.of());
                })
                .toList();
    }

    private static void check(ReceiveTransfer command) {
        GoodsLine.check(command.lines());
        if (command.lines().isEmpty() && !command.last()) {
            throw StockPosting.invalid("Invalid arrival " + command.id() + ": nothing came");
        }
    }

    @Override
    public void write(List<Dated<ReceiveTransfer>> documents) {
        documents.forEach(this::write);
    }

    private void write(Dated<ReceiveTransfer> document) {
        ReceiveTransfer command = document.command();
        tables.claim(known.require(command.transferId()));
        Transfer transfer = known.require(command.transferId());
        SortedMap<String, BigDecimal> came = GoodsLine.sums(command.lines());
        came.keySet().stream()
                .filter(sku -> !transfer.lines().containsKey(sku))
                .findFirst()
                .ifPresent(sku -> {
                    throw StockPosting.invalid("Invalid line of " + sku + ": it was not dispatched");
                });
        DocumentMoves in = document.moves("transfer-in");
        DocumentMoves difference = document.moves("difference");
        SortedMap<String, Transfer.Line> after = new TreeMap<>();
        transfer.lines().forEach((sku, line) -> {
            BigDecimal now = came.getOrDefault(sku, BigDecimal.ZERO);
            BigDecimal taken = command.last() ? line.outstanding() : now;
            if (taken.compareTo(line.outstanding()) > 0) {
                throw exceeded(transfer, sku, line);
            }
            if (taken.signum() > 0) {
                in.add(sku, taken, line.valueOfNext(taken));
                in.expect(sku, taken.negate());
            }
            difference.add(sku, now.subtract(taken));
            after.put(sku, line.arrived(now));
        });
        List<List<StockMove>> moves = posting.move(List.of(in, difference));
        tables.insertArrival(document, transfer.key(), came);
        boolean done = command.last()
                || after.values().stream().allMatch(line -> line.outstanding().signum() == 0);
        if (done) {
            tables.finish(transfer);
        }
        announce(document, transfer.with(done ? Transfer.RECEIVED : Transfer.DISPATCHED, after), moves);
    }

    private void announce(Dated<ReceiveTransfer> document, Transfer transfer, List<List<StockMove>> moves) {
        List<StockMove> all = new ArrayList<>(moves.get(0));
        all.addAll(moves.get(1));
        posting.announce(StockPosting.event(
                EventType.TRANSFER_CHANGED,
                transfer.id(),
                document.command().occurredAt(),
                document,
                transfer.event(List.of(), all)));
    }

    private static ShopException exceeded(Transfer transfer, String sku, Transfer.Line line) {
        return new ShopException(
                StockError.TRANSFER_EXCEEDED,
                "Cannot take in more of " + sku + " than the "
                        + line.outstanding().toPlainString()
                        + " on their way: make it the last arrival to record a difference",
                Map.of("transferId", transfer.id().toString(), "skus", List.of(sku)));
    }

    @Override
    public String scope() {
        return "arrival";
    }

    @Override
    public UUID id(ReceiveTransfer command) {
        return command.id();
    }

    @Override
    public String reference(Dated<ReceiveTransfer> document) {
        return Objects.toString(document.command().transferId());
    }

    @Override
    public CommandHash.Value hash(ReceiveTransfer command) {
        CommandHash hash = new CommandHash()
                .add(command.transferId())
                .add(command.occurredAt())
                .add(command.last() ? 1 : 0);
        GoodsLine.addTo(hash, command.lines());
        return hash.value();
    }
}
