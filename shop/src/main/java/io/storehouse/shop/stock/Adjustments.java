package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.events.StockAdjusted;
import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.outbox.OutboxMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How adjustments are recorded. */
@Component
class Adjustments implements DocumentKind<AdjustStock, Dated<AdjustStock>, StockDocument> {
    private static final String INSERT = """
            insert into stock_adjustment (
                id, uuid, reference, store_id, channel, till, occurred_at, recorded_at, business_date)
            values (?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?)
            """;
    private static final String INSERT_LINE =
            Rows.insert("stock_adjustment_line", "adjustment_id", "line_no", "sku", "quantity", "reason");

    private final StockPosting posting;
    private final Rows rows;

    Adjustments(StockPosting posting, Rows rows) {
        this.posting = posting;
        this.rows = rows;
    }

    @Override
    public List<Dated<AdjustStock>> prepare(List<AdjustStock> commands) {
        commands.forEach(Adjustments::check);
        Map<String, Product> products = posting.products(commands.stream()
                .flatMap(command -> command.lines().stream())
                .map(AdjustStock.Line::sku)
                .collect(Collectors.toSet()));
        return posting.date(commands, AdjustStock::store, AdjustStock::occurredAt, products);
    }

    @Override
    public void write(List<Dated<AdjustStock>> documents) {
        List<@Nullable Object[]> headers = new ArrayList<>();
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (Dated<AdjustStock> document : documents) {
            AdjustStock command = document.command();
            headers.add(new @Nullable Object[] {
                document.key(),
                command.id(),
                command.reference(),
                document.store().id(),
                command.channel().code(),
                command.till() == null ? "" : command.till(),
                Rows.utc(command.occurredAt()),
                Rows.utc(document.recordedAt()),
                document.businessTime().date()
            });
            int lineNo = 0;
            for (AdjustStock.Line line : command.lines()) {
                lineNo++;
                lines.add(new @Nullable Object[] {document.key(), lineNo, line.sku(), line.quantity(), line.reason()});
            }
        }
        rows.write(INSERT, headers);
        rows.write(INSERT_LINE, lines);
        posting.post(documents, Adjustments::moves, Adjustments::event);
    }

    private static void check(AdjustStock command) {
        StockPosting.check(command.reference(), command.lines().size());
        Texts.atMost(Texts.TILL, command.till(), "till");
        command.lines().forEach(line -> Texts.atMost(Texts.NAME, line.reason(), "reason"));
    }

    private static boolean goods(Dated<AdjustStock> document, AdjustStock.Line line) {
        return Objects.requireNonNull(document.products().get(line.sku())).goods();
    }

    private static DocumentMoves moves(Dated<AdjustStock> document) {
        DocumentMoves moves = document.moves(document.command().cause().move());
        document.command().lines().stream()
                .filter(line -> goods(document, line))
                .forEach(line -> moves.add(line.sku(), line.quantity()));
        return moves;
    }

    private static OutboxMessage event(Dated<AdjustStock> document, List<StockMove> moves) {
        AdjustStock command = document.command();
        List<StockAdjusted.Line> lines = IntStream.range(0, command.lines().size())
                .mapToObj(i -> {
                    AdjustStock.Line line = command.lines().get(i);
                    return new StockAdjusted.Line(
                            i + 1, line.sku(), line.quantity(), line.reason(), goods(document, line));
                })
                .toList();
        StockAdjusted payload = new StockAdjusted(
                command.id().toString(), command.reference(), command.channel().code(), command.till(), lines, moves);
        return StockPosting.event(EventType.STOCK_ADJUSTED, command.id(), command.occurredAt(), document, payload);
    }

    @Override
    public String scope() {
        return "adjustment";
    }

    @Override
    public UUID id(AdjustStock command) {
        return command.id();
    }

    /** The channel, the till and the cause are not part of it: an adjustment is the same however it came. */
    @Override
    public CommandHash.Value hash(AdjustStock command) {
        CommandHash hash = new CommandHash()
                .add(command.reference())
                .add(command.store())
                .add(command.occurredAt())
                .add(command.lines().size());
        command.lines()
                .forEach(line -> hash.add(line.sku()).add(line.quantity()).add(line.reason()));
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
    public StockDocument response(Dated<AdjustStock> document) {
        return new StockDocument(
                document.command().id(),
                document.command().reference(),
                document.store().code(),
                document.businessTime().date(),
                document.recordedAt(),
                false);
    }
}
