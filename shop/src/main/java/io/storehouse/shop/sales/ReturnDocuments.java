package io.storehouse.shop.sales;

import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.registers.Arrival;
import io.storehouse.shop.stock.DocumentMoves;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import io.storehouse.shop.taxes.Taxed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class ReturnDocuments implements Returns, DocumentKind<AcceptReturn, Takeback, AcceptedReturn> {
    static final String SCOPE = "return";

    private final Documents documents;
    private final Stores stores;
    private final Catalogue catalogue;
    private final Members members;
    private final Posting posting;
    private final ReturnTables tables;
    private final ReturnEffects effects;

    ReturnDocuments(
            Documents documents,
            Stores stores,
            Catalogue catalogue,
            Members members,
            Posting posting,
            ReturnTables tables,
            ReturnEffects effects) {
        this.documents = documents;
        this.stores = stores;
        this.catalogue = catalogue;
        this.members = members;
        this.posting = posting;
        this.tables = tables;
        this.effects = effects;
    }

    @Override
    public List<AcceptedReturn> accept(List<AcceptReturn> returns) {
        return documents.recordOnce(this, returns);
    }

    /** Partial returns of an order are settled one after the other. */
    @Override
    public void lock(List<AcceptReturn> returns) {
        tables.lock(orderIds(returns));
    }

    @Override
    public List<Takeback> prepare(List<AcceptReturn> returns) {
        Map<UUID, SoldOrder> sold = sold(returns);
        Map<String, Store> known =
                stores.require(returns.stream().map(AcceptReturn::store).toList());
        Map<String, Product> products = catalogue.require(returns.stream()
                .flatMap(command -> command.lines().stream())
                .map(AcceptReturn.Line::sku)
                .collect(Collectors.toSet()));
        List<Arrival> arrivals = returns.stream()
                .map(command -> new Arrival(
                        Objects.requireNonNull(known.get(command.store())),
                        command.till(),
                        command.occurredAt(),
                        command.offline()))
                .toList();
        List<OptionalLong> shifts = posting.shifts(arrivals);
        List<Taxed> anew = effects.tax(returns, known, products);
        Instant now = posting.now();
        List<Takeback> takebacks = new ArrayList<>(returns.size());
        for (AcceptReturn command : returns) {
            int at = takebacks.size();
            posting.requireDrawer(arrivals.get(at), command.channel(), command.refunds(), shifts.get(at));
            takebacks.add(Takeback.of(
                    posting.nextKey(),
                    command,
                    Objects.requireNonNull(known.get(command.store())),
                    products,
                    new Takeback.Grounds(sold.get(command.orderId()), anew.get(takebacks.size())),
                    now,
                    shifts.get(takebacks.size())));
        }
        return takebacks;
    }

    @Override
    public void write(List<Takeback> takebacks) {
        members.register(takebacks.stream().map(takeback -> takeback.command().customer()));
        Map<UUID, Long> orderKeys = tables.orderKeys(
                orderIds(takebacks.stream().map(Takeback::command).toList()));
        tables.take(takebacks, orderKeys);
        tables.insert(takebacks, orderKeys, posting.staff());
        Map<UUID, UUID> cards = effects.apply(takebacks, orderKeys.values());
        posting.book(takebacks.stream().map(Takeback::booking));
        posting.post(
                takebacks, ReturnDocuments::moves, (takeback, moves) -> OrderEvents.accepted(takeback, moves, cards));
        members.clawBack(takebacks);
    }

    private Map<UUID, SoldOrder> sold(List<AcceptReturn> returns) {
        Set<UUID> ids = orderIds(returns);
        Set<Integer> lineNos = returns.stream()
                .flatMap(command -> command.lines().stream())
                .map(AcceptReturn.Line::orderLineNo)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        lineNos.add(0);
        Map<UUID, SoldOrder> sold = tables.sold(ids, lineNos);
        ids.stream().filter(id -> !sold.containsKey(id)).findAny().ifPresent(id -> {
            throw new ShopException(SalesError.UNKNOWN_ORDER, "Unknown order: " + id, Map.of("orderId", id.toString()));
        });
        return sold;
    }

    private static Set<UUID> orderIds(List<AcceptReturn> returns) {
        return returns.stream()
                .map(AcceptReturn::orderId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static DocumentMoves moves(Takeback takeback) {
        DocumentMoves moves = DocumentMoves.of(takeback.key(), takeback.store().id(), "return")
                .at(takeback.command().occurredAt(), takeback.businessTime().date());
        if (takeback.command().offline()) {
            moves.takenOffline(takeback.command().id());
        }
        takeback.lines().stream()
                .filter(Takeback.Line::goods)
                .filter(line -> line.returned().disposition() == Disposition.SELLABLE)
                .forEach(line -> {
                    AcceptReturn.Line returned = line.returned();
                    if (line.cost() == null) {
                        moves.add(returned.sku(), returned.quantity());
                        return;
                    }
                    moves.add(returned.sku(), returned.quantity(), line.cost());
                });
        return moves;
    }

    @Override
    public String scope() {
        return SCOPE;
    }

    @Override
    public UUID id(AcceptReturn command) {
        return command.id();
    }

    /** The channel, the till and the approver are not part of it: a return is the same however it came. */
    @Override
    public CommandHash.Value hash(AcceptReturn command) {
        CommandHash hash = new CommandHash()
                .add(command.number())
                .add(command.store())
                .add(command.customer())
                .add(command.orderId())
                .add(command.occurredAt())
                .add(command.lines().size());
        for (AcceptReturn.Line line : command.lines()) {
            hash.add(line.id())
                    .add(line.orderLineNo() == null ? 0 : line.orderLineNo())
                    .add(line.sku())
                    .add(line.name())
                    .add(line.quantity())
                    .add(line.unitPrice())
                    .add(line.reason())
                    .add(line.disposition().code());
        }
        Posting.add(hash, command.refunds());
        return hash.value();
    }

    @Override
    public Class<AcceptedReturn> responseType() {
        return AcceptedReturn.class;
    }

    @Override
    public AcceptedReturn replayed(AcceptedReturn first) {
        return new AcceptedReturn(
                first.id(),
                first.number(),
                first.store(),
                first.orderId(),
                first.businessDate(),
                first.linesTotal(),
                first.taxAdded(),
                first.rounding(),
                first.payable(),
                first.recordedAt(),
                true);
    }

    @Override
    public AcceptedReturn response(Takeback takeback) {
        return takeback.accepted();
    }
}
