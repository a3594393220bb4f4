package io.storehouse.shop.catalogue;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.problems.ShopException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All bar codes of all products: a code belongs to one. Whoever writes has locked the products' rows. */
@Component
class BarcodeTable {
    private static final String INSERT =
            "insert into product_barcode (sku, position, code, canonical, unit) values (?, ?, ?, ?, nullif(?, ''))";

    private final JdbcClient jdbc;
    private final Rows rows;

    BarcodeTable(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Bar codes of the SKUs, each product's in their order. */
    Map<String, List<Barcode>> of(Collection<String> skus) {
        Map<String, List<Barcode>> found = new TreeMap<>();
        if (!skus.isEmpty()) {
            jdbc.sql("select sku, code, unit from product_barcode where sku in (:skus) order by sku, position")
                    .param("skus", skus)
                    .query(row -> {
                        found.computeIfAbsent(row.getString("sku"), sku -> new ArrayList<>())
                                .add(new Barcode(row.getString("code"), row.getString("unit")));
                    });
        }
        return found;
    }

    /** Which SKU and pack a code belongs to, exactly. */
    Optional<Owner> owner(String code) {
        return jdbc.sql("""
                select b.sku, b.unit, f.factor
                from product_barcode b
                left join product_pack f on f.sku = b.sku and f.unit = b.unit
                where b.canonical = :canonical
                """)
                .param("canonical", Barcode.canonical(code))
                .query(Owner.class)
                .optional();
    }

    /** A product's SKU, and how many of its unit the code stands for; null for one. */
    record Owner(String sku, @Nullable String unit, java.math.@Nullable BigDecimal factor) {}

    /**
     * Gives listed products the bar code that their listing says; their other ones stay.
     *
     * @return the bar codes of the added ones that have one
     */
    Map<String, List<Barcode>> first(Map<String, Product> before, List<Product> added, List<Product> changed) {
        List<Product> recoded = changed.stream()
                .filter(product -> !Objects.equals(
                        product.barcode(),
                        Objects.requireNonNull(before.get(product.sku())).barcode()))
                .toList();
        if (!recoded.isEmpty()) {
            Map<String, List<Barcode>> codes =
                    of(recoded.stream().map(Product::sku).toList());
            Map<String, List<Barcode>> wanted = new TreeMap<>();
            for (Product product : recoded) {
                boolean had = Objects.requireNonNull(before.get(product.sku())).barcode() != null;
                List<Barcode> own = codes.getOrDefault(product.sku(), List.of());
                wanted.put(product.sku(), led(product.barcode(), had ? own.subList(1, own.size()) : own));
            }
            replace(wanted);
        }
        Map<String, List<Barcode>> fresh = new TreeMap<>();
        added.stream()
                .filter(product -> product.barcode() != null)
                .forEach(product -> fresh.put(
                        product.sku(), List.of(new Barcode(Objects.requireNonNull(product.barcode()), null))));
        insert(fresh);
        return fresh;
    }

    /** Replaces all bar codes of products; the first is at position 0 only where the product itself has it. */
    void replace(Map<String, List<Barcode>> wanted) {
        jdbc.sql("delete from product_barcode where sku in (:skus)")
                .param("skus", wanted.keySet())
                .update();
        insert(wanted);
    }

    private static List<Barcode> led(@Nullable String first, List<Barcode> rest) {
        List<Barcode> codes = new ArrayList<>();
        if (first != null) {
            codes.add(new Barcode(first, null));
        }
        rest.stream()
                .filter(code -> first == null || !Barcode.canonical(code.code()).equals(Barcode.canonical(first)))
                .forEach(codes::add);
        return codes;
    }

    /** Gives products that have none their bar codes. */
    void add(Map<String, List<Barcode>> codes) {
        insert(codes);
    }

    /** The SKUs that have the codes, by code in its canonical form. */
    Map<String, String> owners(Collection<String> canonical) {
        Map<String, String> owners = new TreeMap<>();
        if (!canonical.isEmpty()) {
            jdbc.sql("select canonical, sku from product_barcode where canonical in (:codes)")
                    .param("codes", canonical)
                    .query(row -> {
                        owners.put(row.getString("canonical"), row.getString("sku"));
                    });
        }
        return owners;
    }

    private void insert(Map<String, List<Barcode>> codes) {
        List<@Nullable Object[]> parameters = new ArrayList<>();
        codes.forEach((sku, own) -> {
            for (int i = 0; i < own.size(); i++) {
                Barcode barcode = own.get(i);
                parameters.add(new @Nullable Object[] {
                    sku,
                    i,
                    barcode.code(),
                    Barcode.canonical(barcode.code()),
                    barcode.unit() == null ? "" : barcode.unit()
                });
            }
        });
        try {
            rows.write(INSERT, parameters);
        } catch (DuplicateKeyException e) {
            if (String.valueOf(e.getMessage()).contains("product_barcode_canonical")) {
                throw taken(e);
            }
            throw e;
        }
    }

    static ShopException taken(DuplicateKeyException cause) {
        return new ShopException(
                CatalogueError.BARCODE_TAKEN, "Cannot list: a bar code belongs to another product", Map.of(), cause);
    }
}
