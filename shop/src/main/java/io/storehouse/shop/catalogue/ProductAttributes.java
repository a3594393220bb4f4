package io.storehouse.shop.catalogue;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be said of a product beyond its listing. Each change locks the product's row. */
@Component
class ProductAttributes {
    private final ProductTable products;
    private final CategoryTable categories;
    private final TaxClassTable taxes;
    private final UnitTable units;
    private final BarcodeTable barcodes;
    private final SearchIndex index;
    private final Clock clock;

    ProductAttributes(
            ProductTable products,
            CategoryTable categories,
            TaxClassTable taxes,
            UnitTable units,
            BarcodeTable barcodes,
            SearchIndex index,
            Clock clock) {
        this.products = products;
        this.categories = categories;
        this.taxes = taxes;
        this.units = units;
        this.barcodes = barcodes;
        this.index = index;
        this.clock = clock;
    }

    Product classify(String sku, @Nullable String category, @Nullable String brand, @Nullable String taxClass) {
        requireKnown(category, taxClass);
        return change(sku, before -> {
            if (before.spu() != null) {
                throw new ShopException(
                        CatalogueError.CLASSIFIED_BY_SPU,
                        "Cannot classify " + sku + ": it is a variant of " + before.spu() + ", which is classified");
            }
            return before.classified(category, brand, taxClass);
        });
    }

    void requireKnown(@Nullable String category, @Nullable String taxClass) {
        if (category != null) {
            categories.known(category);
        }
        if (taxClass != null) {
            taxes.requireKnown(taxClass);
        }
    }

    /** Takes a product out of sale from now on; it is still taken back. */
    Product delist(String sku) {
        Instant now = clock.instant();
        return change(sku, before -> before.delistedAt() == null ? before.delisted(now) : before);
    }

    /** Puts a product back into sale. */
    Product relist(String sku) {
        return change(sku, before -> before.delisted(null));
    }

    /**
     * Says the product's own unit and its packs. The unit is said once, because quantities count in it.
     *
     * @throws ShopException {@code unit-fixed}
     */
    Product count(String sku, String unit, Map<String, BigDecimal> packs) {
        Map<String, BigDecimal> exact = new TreeMap<>();
        packs.forEach((pack, factor) -> exact.put(pack, Decimals.quantity(factor, "factor")));
        if (exact.containsKey(unit) || exact.values().stream().anyMatch(factor -> factor.signum() <= 0)) {
            throw Products.invalid("Invalid packs of " + sku + ": expected other units than " + unit
                    + " with factors above 0 and at most 3 places");
        }
        Set<String> named = new HashSet<>(exact.keySet());
        named.add(unit);
        units.requireKnown(named);
        return change(
                sku,
                before -> {
                    if (before.unit() != null && !before.unit().equals(unit)) {
                        throw new ShopException(
                                CatalogueError.UNIT_FIXED,
                                "Cannot count " + sku + " in " + unit + ": it counts in " + before.unit());
                    }
                    return before.counted(unit);
                },
                product -> pack(sku, exact));
    }

    private boolean pack(String sku, Map<String, BigDecimal> wanted) {
        barcodes.of(List.of(sku)).getOrDefault(sku, List.of()).stream()
                .map(Barcode::unit)
                .filter(Objects::nonNull)
                .filter(used -> !wanted.containsKey(used))
                .findFirst()
                .ifPresent(used -> {
                    throw Products.invalid("Cannot take the pack " + used + " from " + sku + ": a bar code names it");
                });
        if (packs(sku).equals(wanted)) {
            return false;
        }
        units.replace(sku, wanted);
        return true;
    }

    Map<String, BigDecimal> packs(String sku) {
        return units.of(List.of(sku)).getOrDefault(sku, Map.of());
    }

    /** Replaces all bar codes; the first is the product's own. */
    List<Barcode> code(String sku, List<Barcode> codes) {
        String first = codes.isEmpty() ? null : codes.get(0).code();
        change(sku, before -> before.coded(first), product -> recode(sku, codes));
        return codes;
    }

    private boolean recode(String sku, List<Barcode> wanted) {
        Map<String, BigDecimal> packs = packs(sku);
        wanted.stream()
                .map(Barcode::unit)
                .filter(Objects::nonNull)
                .filter(unit -> !packs.containsKey(unit))
                .findFirst()
                .ifPresent(unit -> {
                    throw new ShopException(
                            CatalogueError.UNKNOWN_UNIT,
                            "Cannot give " + sku + " a bar code for " + unit + ": it has no such pack");
                });
        if (barcodes.of(List.of(sku)).getOrDefault(sku, List.of()).equals(wanted)) {
            return false;
        }
        barcodes.replace(Map.of(sku, wanted));
        index.refresh(List.of(sku));
        return true;
    }

    List<Barcode> codes(String sku) {
        products.one(sku);
        return barcodes.of(List.of(sku)).getOrDefault(sku, List.of());
    }

    private Product change(String sku, UnaryOperator<Product> change) {
        return change(sku, change, product -> false);
    }

    private Product change(String sku, UnaryOperator<Product> change, ProductTable.Parts parts) {
        return Objects.requireNonNull(
                products.change(List.of(sku), change, parts).get(sku));
    }
}
