package io.storehouse.shop.sales;

import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.registers.Arrival;
import io.storehouse.shop.stock.DocumentMoves;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import io.storehouse.shop.taxes.Taxed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class SaleDocuments implements Checkout, DocumentKind<PlaceOrder, Sale, PlacedOrder> {
    static final String SCOPE = "order";

    private final Documents documents;
    private final Stores stores;
    private final Catalogue catalogue;
    private final Members members;
    private final Posting posting;
    private final SaleTables tables;
    private final SaleEffects effects;

    SaleDocuments(
            Documents documents,
            Stores stores,
            Catalogue catalogue,
            Members members,
            Posting posting,
            SaleTables tables,
            SaleEffects effects) {
        this.documents = documents;
        this.stores = stores;
        this.catalogue = catalogue;
        this.members = members;
        this.posting = posting;
        this.tables = tables;
        this.effects = effects;
    }

    @Override
    public List<PlacedOrder> place(List<PlaceOrder> orders) {
        return documents.recordOnce(this, orders);
    }

    @Override
    public List<Sale> prepare(List<PlaceOrder> orders) {
        Map<String, Store> known =
                stores.require(orders.stream().map(PlaceOrder::store).toList());
        Map<String, Product> products = catalogue.require(orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(PlaceOrder.Line::sku)
                .collect(Collectors.toSet()));
        orders.stream()
                .filter(order -> order.channel() == Channel.TILL && !order.offline())
                .forEach(order -> requireSold(order, products));
        List<Arrival> arrivals = orders.stream()
                .map(order -> new Arrival(
                        Objects.requireNonNull(known.get(order.store())),
                        order.till(),
                        order.occurredAt(),
                        order.offline()))
                .toList();
        List<OptionalLong> shifts = posting.shifts(arrivals);
        Instant now = posting.now();
        List<PricedOrder> priced = effects.price(orders);
        List<Taxed> taxes = effects.tax(priced, known, products);
        List<Sale> sales = new ArrayList<>(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            PlaceOrder order = orders.get(i);
            posting.requireDrawer(arrivals.get(i), order.channel(), order.payments(), shifts.get(i));
            Store store = Objects.requireNonNull(known.get(order.store()));
            sales.add(Sale.of(posting.nextKey(), priced.get(i), taxes.get(i), store, products, now, shifts.get(i)));
        }
        return sales;
    }

    @Override
    public void write(List<Sale> sales) {
        members.register(sales.stream().map(sale -> sale.order().customer()));
        tables.insert(sales, posting.staff());
        SaleEffects.Applied applied = effects.apply(sales);
        posting.book(sales.stream().map(Sale::booking));
        List<List<StockMove>> moves = posting.move(sales, sale -> moves(sale, applied.claimless()));
        tables.insertLines(sales, moves);
        posting.announce(sales, moves, (sale, own) -> OrderEvents.placed(sale, own, applied.cards()));
        members.settle(sales);
    }

    private static void requireSold(PlaceOrder order, Map<String, Product> products) {
        Product.requireSold(
                order.lines().stream()
                        .map(line -> Objects.requireNonNull(products.get(line.sku())))
                        .toList(),
                order.occurredAt());
    }

    private static DocumentMoves moves(Sale sale, Set<UUID> claimless) {
        DocumentMoves moves = DocumentMoves.of(sale.key(), sale.store().id(), "sale")
                .at(sale.order().occurredAt(), sale.businessTime().date())
                .consuming(
                        claimless.contains(sale.order().id())
                                ? null
                                : sale.order().reservationId());
        if (sale.order().offline()) {
            moves.takenOffline(sale.order().id());
        }
        sale.lines().stream()
                .filter(Sale.Line::goods)
                .map(Sale.Line::ordered)
                .forEach(line -> moves.add(line.sku(), line.quantity().negate()));
        return moves;
    }

    @Override
    public String scope() {
        return SCOPE;
    }

    @Override
    public UUID id(PlaceOrder order) {
        return order.id();
    }

    /** The channel, the till and whether it was taken offline are not part of it: an order is the same however it came. */
    @Override
    public CommandHash.Value hash(PlaceOrder order) {
        CommandHash hash = new CommandHash()
                .add(order.number())
                .add(order.store())
                .add(order.customer())
                .add(order.occurredAt())
                .add(order.lines().size());
        for (PlaceOrder.Line line : order.lines()) {
            hash.add(line.id())
                    .add(line.sku())
                    .add(line.name())
                    .add(line.quantity())
                    .add(line.unitPrice())
                    .add(line.discount());
            if (line.giftCard() != null) {
                hash.add("gift-card").add(line.giftCard().hash());
            }
            if (line.tax() != null) {
                hash.add("tax").add(line.tax());
            }
        }
        Posting.add(hash, order.payments());
        if (order.reservationId() != null) {
            hash.add("reservation").add(order.reservationId());
        }
        if (order.pricing() != null) {
            OrderPricing.add(hash, order.pricing());
        }
        return hash.value();
    }

    @Override
    public Class<PlacedOrder> responseType() {
        return PlacedOrder.class;
    }

    @Override
    public PlacedOrder replayed(PlacedOrder first) {
        return new PlacedOrder(
                first.id(),
                first.number(),
                first.store(),
                first.businessDate(),
                first.linesTotal(),
                first.taxAdded(),
                first.rounding(),
                first.payable(),
                first.recordedAt(),
                true);
    }

    @Override
    public PlacedOrder response(Sale sale) {
        return sale.placed();
    }
}
