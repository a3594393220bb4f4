package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.util.List;
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
 * @param barcodes all of them, {@code barcode} first
 * @param packs what it is handed over in beside its unit
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
        @Nullable String status,
        @Nullable List<Code> barcodes,
        @Nullable List<Pack> packs) {

    /** A product of which nothing more is said. */
    public ProductChanged(
            String sku, String name, @Nullable String barcode, @Nullable BigDecimal price, boolean goods) {
        this(sku, name, barcode, price, goods, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * A bar code.
     *
     * @param unit of the pack that carries it; null for the product's own unit
     */
    public record Code(String code, @Nullable String unit) {}

    /**
     * A pack.
     *
     * @param unit its unit
     * @param factor how many of the product's own unit it holds, above 0
     */
    public record Pack(String unit, BigDecimal factor) {}
}
