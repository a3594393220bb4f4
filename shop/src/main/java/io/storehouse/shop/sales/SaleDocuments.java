package io.storehouse.shop.sales;

import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.customers.Customers;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.stock.DocumentMoves;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class SaleDocuments implements Checkout, DocumentKind<PlaceOrder, Sale, PlacedOrder> {
    private final Documents documents;
    private final Stores stores;
    private final Catalogue catalogue;
    private final Customers customers;
    private final Posting posting;
    private final SaleTables tables;

    SaleDocuments(
            Documents documents,
            Stores stores,
            Catalogue catalogue,
            Customers customers,
            Posting posting,
            SaleTables tables) {
        this.documents = documents;
        this.stores = stores;
        this.catalogue = catalogue;
        this.customers = customers;
        this.posting = posting;
        this.tables = tables;
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
        orders.stream().filter(order -> order.channel() == Channel.TILL).forEach(order -> requireSold(order, products));
        Instant now = posting.now();
        return orders.stream()
                .map(order -> Sale.of(
                        posting.nextKey(), order, Objects.requireNonNull(known.get(order.store())), products, now))
                .toList();
    }

    @Override
    public void write(List<Sale> sales) {
        customers.register(sales.stream()
                .map(sale -> sale.order().customer())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        tables.insert(sales);
        posting.post(sales, SaleDocuments::moves, OrderEvents::placed);
    }

    private static void requireSold(PlaceOrder order, Map<String, Product> products) {
        Product.requireSold(
                order.lines().stream()
                        .map(line -> Objects.requireNonNull(products.get(line.sku())))
                        .toList(),
                order.occurredAt());
    }

    private static DocumentMoves moves(Sale sale) {
        DocumentMoves moves = DocumentMoves.of(sale.key(), sale.store().id(), "sale");
        sale.lines().stream()
                .filter(Sale.Line::goods)
                .map(Sale.Line::ordered)
                .forEach(line -> moves.add(line.sku(), line.quantity().negate()));
        return moves;
    }

    @Override
    public String scope() {
        return "order";
    }

    @Override
    public UUID id(PlaceOrder order) {
        return order.id();
    }

    /** The channel and the till are not part of it: an order is the same however it came. */
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
        }
        Posting.add(hash, order.payments());
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
