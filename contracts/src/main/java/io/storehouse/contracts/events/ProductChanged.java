package io.storehouse.contracts.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product was listed or changed.
 *
 * @param sku natural key, upper case
 * @param barcode or null
 * @param price the list price, or null
 * @param goods false for a service
 */
public record ProductChanged(
        String sku,
        String name,
        @Nullable String barcode,
        @Nullable BigDecimal price,
        boolean goods) {}
