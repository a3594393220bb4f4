package io.storehouse.shop.catalogue;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ProductTable implements Catalogue {
    private static final String SELECT = "select " + ProductRows.COLUMNS + " from product p ";

    private final JdbcClient jdbc;
    private final Rows rows;
    private final BarcodeTable barcodes;
    private final SearchIndex index;
    private final ProductEvents events;
    private final Transactions transactions;

    ProductTable(
            JdbcClient jdbc,
            Rows rows,
            BarcodeTable barcodes,
            SearchIndex index,
            ProductEvents events,
            Transactions transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.barcodes = barcodes;
        this.index = index;
        this.events = events;
        this.transactions = transactions;
    }

    @Override
    public List<Product> list(List<ProductDefinition> definitions) {
        return definitions.isEmpty() ? List.of() : transactions.inOne(() -> merge(definitions));
    }

    private List<Product> merge(List<ProductDefinition> definitions) {
        List<ProductDefinition> asked = definitions.stream().map(Products::of).toList();
        Map<String, ProductDefinition> wanted = new TreeMap<>();
        asked.forEach(definition -> wanted.put(definition.sku(), definition));
        Map<String, Product> known = lock(wanted.keySet());
        Map<String, Product> result = new TreeMap<>();
        List<Product> added = new ArrayList<>();
        List<Product> changed = new ArrayList<>();
        wanted.forEach((sku, definition) -> {
            Product before = known.get(sku);
            Product after = before == null ? Product.listed(definition) : Products.change(before, definition);
            result.put(sku, after);
            if (before == null) {
                added.add(after);
                return;
            }
            if (!before.equals(after)) {
                changed.add(after);
            }
        });
        write(added, changed);
        Map<String, List<Barcode>> fresh = barcodes.first(known, added, changed);
        index.listed(known, added, changed);
        events.listed(added, fresh);
        events.changed(changed);
        return asked.stream()
                .map(definition -> Objects.requireNonNull(result.get(definition.sku())))
                .toList();
    }

    /**
     * Changes listed products in one transaction; an event leaves for those that changed.
     *
     * @return the products after the change, by SKU
     * @throws ShopException {@code product-not-found}
     */
    Map<String, Product> change(Collection<String> skus, UnaryOperator<Product> change) {
        return change(skus, change, product -> false);
    }

    /** What is kept of a product beside its row. */
    interface Parts {
        /** Writes the parts of a product whose row is locked and written; says whether they were others before. */
        boolean write(Product product);
    }

    /** The same with parts of the products; the one event of each tells of both. */
    Map<String, Product> change(Collection<String> skus, UnaryOperator<Product> change, Parts parts) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        return transactions.inOne(() -> {
            Map<String, Product> known = lock(Set.copyOf(skus));
            Map<String, Product> result = new TreeMap<>();
            skus.forEach(sku -> result.put(sku, change.apply(present(sku, known))));
            List<Product> changed = result.values().stream()
                    .filter(product -> !product.equals(known.get(product.sku())))
                    .toList();
            write(List.of(), changed);
            Set<Product> told = new HashSet<>(changed);
            result.values().stream().filter(parts::write).forEach(told::add);
            events.changed(result.values().stream().filter(told::contains).toList());
            return result;
        });
    }

    Product one(String sku) {
        return present(sku, find(Set.of(sku)));
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

    /** At most that many products. */
    List<Product> page(ProductFilter filter, int limit) {
        return jdbc.sql("select " + ProductRows.COLUMNS + " " + filter.sql())
                .params(filter.parameters())
                .param("limit", limit)
                .query(ProductRows::product)
                .list();
    }

    List<Product> withBarcode(String barcode) {
        return jdbc.sql("select " + ProductRows.COLUMNS
                        + " from product_barcode b join product p on p.sku = b.sku where b.canonical = :canonical")
                .param("canonical", Barcode.canonical(barcode))
                .query(ProductRows::product)
                .list();
    }

    List<Product> ofSpu(String spu) {
        return jdbc.sql(SELECT + "where p.spu = :spu order by p.sku")
                .param("spu", spu)
                .query(ProductRows::product)
                .list();
    }

    /** The known products among the SKUs, locked. */
    Map<String, Product> lock(Set<String> skus) {
        return select(skus, "order by p.sku for update");
    }

    private Map<String, Product> select(Set<String> skus, String lock) {
        return jdbc
                .sql(SELECT + "where p.sku in (:skus) " + lock)
                .param("skus", skus)
                .query(ProductRows::product)
                .list()
                .stream()
                .collect(Collectors.toMap(Product::sku, Function.identity()));
    }

    /** Writes rows of products that the caller has locked, in the order of SKUs. */
    void write(List<Product> added, List<Product> changed) {
        try {
            rows.write(
                    ProductRows.INSERT,
                    added.stream().map(ProductRows::inserted).toList());
            rows.write(
                    ProductRows.UPDATE,
                    changed.stream().map(ProductRows::updated).toList());
        } catch (DuplicateKeyException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("product_barcode")) {
                throw BarcodeTable.taken(e);
            }
            if (message.contains("product_variant")) {
                throw new ShopException(
                        CatalogueError.VARIANT_TAKEN,
                        "Cannot make the variant: another SKU of the SPU has these attributes",
                        Map.of(),
                        e);
            }
            throw e;
        }
    }

    private static Product present(String sku, Map<String, Product> known) {
        Product product = known.get(sku);
        if (product == null) {
            throw new ShopException(CatalogueError.PRODUCT_NOT_FOUND, "There is no product " + sku);
        }
        return product;
    }
}
