package io.storehouse.shop.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is listed now.
 *
 * @param id surrogate key, for tables only
 */
public record Product(
        int id,
        String sku,
        String name,
        @Nullable String barcode,
        @Nullable BigDecimal price,
        boolean goods) {}
