package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Goods are held for someone.
 *
 * @param id made by the client; the reservation's identity
 * @param reference what it is for, as the number of a basket
 * @param ttl how long after it was recorded it ends by itself; to the second, above 0
 * @param lines at least one; those of one SKU count together
 */
public record ReserveStock(
        UUID id, String reference, String store, Instant occurredAt, Duration ttl, List<Line> lines) {

    /** Brings the parts into their form. */
    public ReserveStock {
        occurredAt = Texts.within(occurredAt, "time");
        lines = List.copyOf(lines);
    }

    /** One SKU: quantity above 0 with at most 3 places. */
    public record Line(String sku, BigDecimal quantity) {
        /** Brings the parts into their form. */
        public Line {
            sku = sku.toUpperCase(Locale.ROOT);
            quantity = Decimals.quantity(quantity, "quantity");
        }
    }
}
