package io.storehouse.shop.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a stock file: either a quantity or what was counted.
 *
 * @param id made of store, reference and SKU
 * @param quantity signed; null where it was counted
 * @param counted what is there now; null where a quantity moved
 * @param unitCost of what came in; null for the average
 * @param occurredAt null for when it is posted
 */
record StockRow(
        UUID id,
        String store,
        String sku,
        String reference,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal counted,
        @Nullable BigDecimal unitCost,
        String reason,
        @Nullable Instant occurredAt) {}
