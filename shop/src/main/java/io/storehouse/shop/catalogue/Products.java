package io.storehouse.shop.catalogue;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.problems.ShopException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of a product's definition, and of the codes around it. */
final class Products {
    private static final int SKU_LENGTH = 64;
    private static final int NAME_LENGTH = 255;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,31}");

    private Products() {}

    /** The definition in its form. */
    static ProductDefinition of(ProductDefinition definition) {
        String sku = definition.sku().toUpperCase(Locale.ROOT);
        if (!Texts.isCode(SKU_LENGTH, sku)) {
            throw invalid("Invalid SKU: '" + sku + "'");
        }
        if (definition.name().length() > NAME_LENGTH) {
            throw invalid("Invalid name of " + sku + ": over 255 characters");
        }
        if (definition.price() != null && definition.price().signum() < 0) {
            throw invalid("Invalid price of " + sku + ": below 0");
        }
        return new ProductDefinition(
                sku,
                definition.name(),
                definition.barcode() == null || definition.barcode().isBlank()
                        ? null
                        : Barcode.of(definition.barcode(), null).code(),
                definition.price() == null ? null : Decimals.money(definition.price(), "price"),
                definition.goods());
    }

    /** A service that became goods would have sold without stock, and the other way round. */
    static Product change(Product before, ProductDefinition after) {
        if (before.goods() != after.goods()) {
            throw new ShopException(
                    CatalogueError.GOODS_FIXED,
                    "Cannot change " + after.sku() + ": it is listed as " + (before.goods() ? "goods" : "a service"));
        }
        return before.relisted(after);
    }

    /** A code of a category, unit, tax class or the like, in upper case. */
    static String code(String text, String what) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            throw invalid(
                    "Invalid " + what + ": '" + text + "'; expected up to 32 letters, digits, points and hyphens");
        }
        return code;
    }

    static @Nullable String codeOrNone(@Nullable String text, String what) {
        return text == null || text.isBlank() ? null : code(text, what);
    }

    static String name(String text, String what) {
        if (text.isBlank() || text.length() > NAME_LENGTH) {
            throw invalid("Invalid name of a " + what + ": expected 1 to 255 characters");
        }
        return text;
    }

    static ShopException invalid(String message) {
        return new ShopException(CatalogueError.INVALID_PRODUCT, message);
    }
}
