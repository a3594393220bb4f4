package io.storehouse.shop.importing;

import io.storehouse.formats.Article;
import io.storehouse.formats.OpeningReceipt;
import io.storehouse.formats.SalesDocument;
import io.storehouse.formats.SalesFileFormat;
import io.storehouse.formats.UuidV5;
import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.catalogue.ProductDefinition;
import io.storehouse.shop.customers.Customers;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.stock.ReceiveStock;
import io.storehouse.shop.stock.Stock;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.StoreDefinition;
import io.storehouse.shop.stores.Stores;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes known what a file's documents name, and opens the stock they need. What the shop knows already stays as it is. */
@Component
class Opening {
    private final Stores stores;
    private final Catalogue catalogue;
    private final Customers customers;
    private final Stock stock;

    Opening(Stores stores, Catalogue catalogue, Customers customers, Stock stock) {
        this.stores = stores;
        this.catalogue = catalogue;
        this.customers = customers;
        this.stock = stock;
    }

    /** Defines stores, products and customers that are new, in the running transaction. */
    void define(SalesFileFormat format, Collection<SalesDocument> documents, Map<String, Article> articles) {
        Set<String> known = stores.all().stream().map(Store::code).collect(Collectors.toSet());
        distinct(documents.stream().map(document -> document.head().store())).stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> stores.define(new StoreDefinition(
                        code, code, format.zone(), Currency.getInstance(format.currency()), LocalTime.MIDNIGHT)));
        Map<String, Product> listed = catalogue.find(articles.keySet());
        catalogue.list(articles.values().stream()
                .filter(article -> !listed.containsKey(article.sku()))
                .map(article ->
                        new ProductDefinition(article.sku(), article.name(), null, article.price(), article.goods()))
                .toList());
        customers.register(distinct(
                documents.stream().map(document -> document.head().customer()).filter(Objects::nonNull)));
    }

    /** Records receipts, all or none, in the running transaction. */
    void receive(List<OpeningReceipt> receipts) {
        stock.receive(receipts.stream()
                .map(receipt -> command(receipt, receipt.lines()))
                .toList());
    }

    /** Splits a receipt that cannot be recorded, so that one line of it does not keep the others out. */
    static List<OpeningReceipt> split(OpeningReceipt receipt) {
        return receipt.lines().stream()
                .map(line -> new OpeningReceipt(
                        UuidV5.of(receipt.id(), "sku/" + line.sku()),
                        receipt.reference(),
                        receipt.store(),
                        receipt.occurredAt(),
                        List.of(line)))
                .toList();
    }

    private static ReceiveStock command(OpeningReceipt receipt, List<OpeningReceipt.Line> lines) {
        return new ReceiveStock(
                receipt.id(),
                receipt.reference(),
                receipt.store(),
                Channel.IMPORT,
                receipt.occurredAt(),
                true,
                lines.stream()
                        .map(line -> new ReceiveStock.Line(line.sku(), line.quantity(), line.unitCost()))
                        .toList());
    }

    private static Set<String> distinct(Stream<String> codes) {
        return codes.collect(Collectors.toCollection(TreeSet::new));
    }
}
