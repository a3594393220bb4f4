package io.storehouse.shop.catalogue;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.problems.ShopException;
import java.util.Locale;

/** The rules of a product's definition. */
final class Products {
    private static final int SKU_LENGTH = 64;
    private static final int NAME_LENGTH = 255;

    private Products() {}

    static Product of(ProductDefinition definition) {
        String sku = definition.sku().toUpperCase(Locale.ROOT);
        if (sku.isBlank() || sku.length() > SKU_LENGTH) {
            throw new ShopException(CatalogueError.INVALID_PRODUCT, "Invalid SKU: '" + sku + "'");
        }
        if (definition.name().length() > NAME_LENGTH) {
            throw new ShopException(CatalogueError.INVALID_PRODUCT, "Invalid name of " + sku + ": over 255 characters");
        }
        if (definition.price() != null && definition.price().signum() < 0) {
            throw new ShopException(CatalogueError.INVALID_PRODUCT, "Invalid price of " + sku + ": below 0");
        }
        return new Product(
                sku,
                definition.name(),
                definition.barcode() == null || definition.barcode().isBlank() ? null : definition.barcode(),
                definition.price() == null ? null : Decimals.money(definition.price(), "price"),
                definition.goods());
    }

    /** A service that became goods would have sold without stock, and the other way round. */
    static Product change(Product before, Product after) {
        if (before.goods() != after.goods()) {
            throw new ShopException(
                    CatalogueError.GOODS_FIXED,
                    "Cannot change " + after.sku() + ": it is listed as " + (before.goods() ? "goods" : "a service"));
        }
        return after;
    }
}
