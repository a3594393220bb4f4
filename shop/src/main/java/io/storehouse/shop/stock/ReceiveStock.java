package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Goods came in.
 *
 * @param id made by the client; the document's identity
 * @param reference the number of the document it comes from
 * @param assumed true for an opening receipt whose cost is assumed
 * @param lines at least one
 */
public record ReceiveStock(
        UUID id,
        String reference,
        String store,
        Channel channel,
        Instant occurredAt,
        boolean assumed,
        List<Line> lines) {

    /** Brings the parts into their form. */
    public ReceiveStock {
        occurredAt = Texts.within(occurredAt, "time");
        lines = List.copyOf(lines);
    }

    /** One SKU: quantity above 0 with at most 3 places, unit cost from 0 with at most 4. */
    public record Line(String sku, BigDecimal quantity, BigDecimal unitCost) {
        /** Brings the parts into their form. */
        public Line {
            sku = sku.toUpperCase(Locale.ROOT);
            quantity = Decimals.quantity(quantity, "quantity");
            unitCost = Decimals.money(unitCost, "unit cost");
        }
    }
}
