package io.storehouse.shop.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a product is.
 *
 * @param sku natural key, at most 64 characters; kept in upper case
 * @param price the list price, at most 4 places, or null
 * @param goods false for a service: money without stock
 */
public record ProductDefinition(
        String sku,
        String name,
        @Nullable String barcode,
        @Nullable BigDecimal price,
        boolean goods) {}
