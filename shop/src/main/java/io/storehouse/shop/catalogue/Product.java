package io.storehouse.shop.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is listed now.
 *
 * @param goods false for a service: money without stock
 */
public record Product(
        String sku,
        String name,
        @Nullable String barcode,
        @Nullable BigDecimal price,
        boolean goods) {}
