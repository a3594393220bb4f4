package io.storehouse.shop.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a scanned code stands for.
 *
 * @param quantity in the product's unit: 1, what the pack holds, or the weight that a scale printed; null where it printed a price
 * @param amount the price of the piece that a scale printed, or null
 */
public record Scan(
        Product product,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal amount) {}
