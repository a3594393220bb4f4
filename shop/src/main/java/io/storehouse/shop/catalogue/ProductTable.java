package io.storehouse.shop.catalogue;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.ProductChanged;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ProductTable implements Catalogue {
    private static final String SELECT = "select sku, name, barcode, price, goods from product ";
    private static final String[] COLUMNS = {"sku", "name", "barcode", "price", "goods"};

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Outbox outbox;
    private final Clock clock;
    private final Transactions transactions;

    ProductTable(JdbcClient jdbc, Rows rows, Outbox outbox, Clock clock, Transactions transactions) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public List<Product> list(List<ProductDefinition> definitions) {
        return definitions.isEmpty() ? List.of() : transactions.inOne(() -> merge(definitions));
    }

    private List<Product> merge(List<ProductDefinition> definitions) {
        List<Product> asked = definitions.stream().map(Products::of).toList();
        Map<String, Product> wanted = new TreeMap<>();
        asked.forEach(product -> wanted.put(product.sku(), product));
        Map<String, Product> known = select(wanted.keySet(), "for update");
        List<Product> added = new ArrayList<>();
        List<Product> changed = new ArrayList<>();
        wanted.forEach((sku, product) -> {
            Product before = known.get(sku);
            if (before == null) {
                added.add(product);
                return;
            }
            if (!before.equals(product)) {
                changed.add(Products.change(before, product));
            }
        });
        write(added, changed);
        announce(added);
        announce(changed);
        return asked.stream().map(product -> wanted.get(product.sku())).toList();
    }

    @Override
    public Map<String, Product> find(Collection<String> skus) {
        return skus.isEmpty() ? Map.of() : select(Set.copyOf(skus), "");
    }

    @Override
    public Map<String, Product> require(Collection<String> skus) {
        Map<String, Product> found = find(skus);
        Set<String> missing = new HashSet<>(skus);
        missing.removeAll(found.keySet());
        if (missing.isEmpty()) {
            return found;
        }
        List<String> sorted = missing.stream().sorted().toList();
        throw new ShopException(
                CatalogueError.UNKNOWN_SKU, "Unknown SKU: " + String.join(", ", sorted), Map.of("skus", sorted));
    }

    List<Product> page(String after, int limit) {
        return jdbc.sql(SELECT + "where sku > :after order by sku limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(ProductTable::product)
                .list();
    }

    List<Product> withBarcode(String barcode) {
        return jdbc.sql(SELECT + "where barcode = :barcode")
                .param("barcode", barcode)
                .query(ProductTable::product)
                .list();
    }

    private Map<String, Product> select(Set<String> skus, String lock) {
        return jdbc
                .sql(SELECT + "where sku in (:skus) " + lock)
                .param("skus", skus)
                .query(ProductTable::product)
                .list()
                .stream()
                .collect(Collectors.toMap(Product::sku, Function.identity()));
    }

    private void write(List<Product> added, List<Product> changed) {
        try {
            rows.write(
                    Rows.insert("product", COLUMNS),
                    added.stream().map(ProductTable::parameters).toList());
            rows.write(
                    "update product set name = ?, barcode = ?, price = ? where sku = ?",
                    changed.stream().map(ProductTable::change).toList());
        } catch (DuplicateKeyException e) {
            if (String.valueOf(e.getMessage()).contains("product_barcode")) {
                throw new ShopException(
                        CatalogueError.BARCODE_TAKEN, "Cannot list: a bar code belongs to another product");
            }
            throw e;
        }
    }

    private void announce(List<Product> products) {
        Instant now = clock.instant();
        outbox.append(products.stream()
                .map(product -> OutboxMessage.of(
                        EventType.PRODUCT_CHANGED,
                        Topic.REFERENCE,
                        product.sku(),
                        now,
                        new ProductChanged(
                                product.sku(), product.name(), product.barcode(), product.price(), product.goods())))
                .toList());
    }

    private static @Nullable Object[] parameters(Product product) {
        return new @Nullable Object[] {
            product.sku(), product.name(), product.barcode(), product.price(), product.goods()
        };
    }

    private static @Nullable Object[] change(Product product) {
        return new @Nullable Object[] {product.name(), product.barcode(), product.price(), product.sku()};
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                row.getString("sku"),
                row.getString("name"),
                row.getString("barcode"),
                row.getBigDecimal("price"),
                row.getBoolean("goods"));
    }
}
