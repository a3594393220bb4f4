package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product was listed or changed. What follows {@code goods} came later: older events do not have it, and it is null where
 * nothing was said of the product.
 *
 * @param sku natural key, upper case
 * @param barcode the first one, or null
 * @param price the list price, or null
 * @param goods false for a service
 * @param category the category's code
 * @param categoryPath codes from the root, each followed by {@code /}, as they were when the event was recorded; where a
 *     category moves later, its own event says so
 * @param spu the product that this SKU is a variant of
 * @param variant the variant's attributes, by name
 * @param unit the unit that its quantities count in
 * @param taxClass the tax class's code
 * @param status {@code active}, or {@code delisted}: no longer sold, still taken back
 */
public record ProductChanged(
        String sku,
        String name,
        @Nullable String barcode,
        @Nullable BigDecimal price,
        boolean goods,
        @Nullable String category,
        @Nullable String categoryPath,
        @Nullable String spu,
        @Nullable Map<String, String> variant,
        @Nullable String unit,
        @Nullable String taxClass,
        @Nullable String brand,
        @Nullable String status) {

    /** A product of which nothing more is said. */
    public ProductChanged(
            String sku, String name, @Nullable String barcode, @Nullable BigDecimal price, boolean goods) {
        this(sku, name, barcode, price, goods, null, null, null, null, null, null, null, null);
    }
}
