package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.events.StockMove;
import io.storehouse.contracts.events.StockReceived;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.outbox.OutboxMessage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How receipts are recorded. */
@Component
class Receipts implements DocumentKind<ReceiveStock, Dated<ReceiveStock>, StockDocument> {
    private static final String INSERT = Rows.insert(
            "stock_receipt",
            "id",
            "uuid",
            "reference",
            "store_id",
            "channel",
            "assumed",
            "occurred_at",
            "recorded_at",
            "business_date");
    private static final String INSERT_LINE =
            Rows.insert("stock_receipt_line", "receipt_id", "line_no", "sku", "quantity", "unit_cost");

    private final StockPosting posting;
    private final Rows rows;

    Receipts(StockPosting posting, Rows rows) {
        this.posting = posting;
        this.rows = rows;
    }

    @Override
    public List<Dated<ReceiveStock>> prepare(List<ReceiveStock> commands) {
        commands.forEach(Receipts::check);
        Map<String, Product> products = posting.products(commands.stream()
                .flatMap(command -> command.lines().stream())
                .map(ReceiveStock.Line::sku)
                .collect(Collectors.toSet()));
        return posting.date(commands, ReceiveStock::store, ReceiveStock::occurredAt, products);
    }

    @Override
    public void write(List<Dated<ReceiveStock>> documents) {
        List<@Nullable Object[]> headers = new ArrayList<>();
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (Dated<ReceiveStock> document : documents) {
            ReceiveStock command = document.command();
            headers.add(new @Nullable Object[] {
                document.key(),
                command.id(),
                command.reference(),
                document.store().id(),
                command.channel().code(),
                command.assumed(),
                Rows.utc(command.occurredAt()),
                Rows.utc(document.recordedAt()),
                document.businessTime().date()
            });
            int lineNo = 0;
            for (ReceiveStock.Line line : command.lines()) {
                lineNo++;
                lines.add(
                        new @Nullable Object[] {document.key(), lineNo, line.sku(), line.quantity(), line.unitCost()});
            }
        }
        rows.write(INSERT, headers);
        rows.write(INSERT_LINE, lines);
        posting.post(documents, Receipts::moves, Receipts::event);
    }

    private static void check(ReceiveStock command) {
        StockPosting.check(command.reference(), command.lines().size());
        for (ReceiveStock.Line line : command.lines()) {
            if (line.quantity().signum() <= 0 || line.unitCost().signum() < 0) {
                throw StockPosting.invalid(
                        "Invalid line of " + line.sku() + ": expected a quantity above 0 and a cost from 0");
            }
            value(line);
        }
    }

    private static BigDecimal value(ReceiveStock.Line line) {
        return Decimals.money(Decimals.extend(line.quantity(), line.unitCost()), "value of " + line.sku());
    }

    private static DocumentMoves moves(Dated<ReceiveStock> document) {
        DocumentMoves moves = document.moves("receipt");
        document.command().lines().stream()
                .filter(line -> Objects.requireNonNull(document.products().get(line.sku()))
                        .goods())
                .forEach(line -> moves.add(line.sku(), line.quantity(), value(line)));
        return moves;
    }

    private static OutboxMessage event(Dated<ReceiveStock> document, List<StockMove> moves) {
        ReceiveStock command = document.command();
        List<StockReceived.Line> lines = IntStream.range(0, command.lines().size())
                .mapToObj(i -> {
                    ReceiveStock.Line line = command.lines().get(i);
                    return new StockReceived.Line(i + 1, line.sku(), line.quantity(), line.unitCost());
                })
                .toList();
        StockReceived payload = new StockReceived(
                command.id().toString(),
                command.reference(),
                command.channel().code(),
                command.assumed(),
                lines,
                moves);
        return StockPosting.event(EventType.STOCK_RECEIVED, command.id(), command.occurredAt(), document, payload);
    }

    @Override
    public String scope() {
        return "receipt";
    }

    @Override
    public UUID id(ReceiveStock command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(ReceiveStock command) {
        CommandHash hash = new CommandHash()
                .add(command.reference())
                .add(command.store())
                .add(command.occurredAt())
                .add(command.assumed() ? 1 : 0)
                .add(command.lines().size());
        command.lines()
                .forEach(line -> hash.add(line.sku()).add(line.quantity()).add(line.unitCost()));
        return hash.value();
    }

    @Override
    public Class<StockDocument> responseType() {
        return StockDocument.class;
    }

    @Override
    public StockDocument replayed(StockDocument first) {
        return StockPosting.replayed(first);
    }

    @Override
    public StockDocument response(Dated<ReceiveStock> document) {
        return new StockDocument(
                document.command().id(),
                document.command().reference(),
                document.store().code(),
                document.businessTime().date(),
                document.recordedAt(),
                false);
    }
}
