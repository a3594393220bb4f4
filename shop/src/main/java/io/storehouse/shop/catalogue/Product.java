package io.storehouse.shop.catalogue;

import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product (SKU) as it is listed now.
 *
 * @param barcode the first of its bar codes, or null
 * @param price the list price, which holds where no price list has one; or null
 * @param goods false for a service: money without stock
 * @param category the category's code, or null
 * @param taxClass the tax class's code, or null
 * @param unit the unit that its quantities count in; null where nobody said so
 * @param spu the product that it is a variant of, or null
 * @param variant the variant's attributes in the order of names, or null without SPU
 * @param delistedAt since when it is not sold any more (but still taken back), or null
 */
public record Product(
        String sku,
        String name,
        @Nullable String barcode,
        @Nullable BigDecimal price,
        boolean goods,
        @Nullable String category,
        @Nullable String brand,
        @Nullable String taxClass,
        @Nullable String unit,
        @Nullable String spu,
        @Nullable Map<String, String> variant,
        @Nullable Instant delistedAt) {

    /** Whether it was for sale then: a sale made before a delisting stands, however late it arrives. */
    public boolean isSoldAt(Instant instant) {
        return delistedAt == null || instant.isBefore(delistedAt);
    }

    /**
     * Refuses what was not for sale then.
     *
     * @throws ShopException {@code product-delisted} with the SKUs
     */
    public static void requireSold(Collection<Product> products, Instant instant) {
        List<String> delisted = products.stream()
                .filter(product -> !product.isSoldAt(instant))
                .map(Product::sku)
                .distinct()
                .sorted()
                .toList();
        if (!delisted.isEmpty()) {
            throw new ShopException(
                    CatalogueError.PRODUCT_DELISTED,
                    "Cannot sell or order what is delisted: " + String.join(", ", delisted),
                    Map.of("skus", delisted));
        }
    }

    static Product listed(ProductDefinition listing) {
        return new Product(
                listing.sku(),
                listing.name(),
                listing.barcode(),
                listing.price(),
                listing.goods(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What a listing says anew; all else stays. */
    Product relisted(ProductDefinition listing) {
        return new Product(
                sku,
                listing.name(),
                listing.barcode(),
                listing.price(),
                goods,
                category,
                brand,
                taxClass,
                unit,
                spu,
                variant,
                delistedAt);
    }

    Product classified(@Nullable String inCategory, @Nullable String ofBrand, @Nullable String inTaxClass) {
        return new Product(
                sku, name, barcode, price, goods, inCategory, ofBrand, inTaxClass, unit, spu, variant, delistedAt);
    }

    Product counted(String inUnit) {
        return new Product(
                sku, name, barcode, price, goods, category, brand, taxClass, inUnit, spu, variant, delistedAt);
    }

    Product coded(@Nullable String firstBarcode) {
        return new Product(
                sku, name, firstBarcode, price, goods, category, brand, taxClass, unit, spu, variant, delistedAt);
    }

    Product varying(@Nullable String ofSpu, @Nullable Map<String, String> by) {
        return new Product(sku, name, barcode, price, goods, category, brand, taxClass, unit, ofSpu, by, delistedAt);
    }

    Product delisted(@Nullable Instant since) {
        return new Product(sku, name, barcode, price, goods, category, brand, taxClass, unit, spu, variant, since);
    }
}
