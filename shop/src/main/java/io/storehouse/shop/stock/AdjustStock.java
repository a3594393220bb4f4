package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock is corrected, without money. What it takes out must be there.
 *
 * @param id made by the client; the document's identity
 * @param reference the number of the document it comes from
 * @param till the till's code, or null
 * @param lines at least one
 */
public record AdjustStock(
        UUID id,
        String reference,
        String store,
        @Nullable String till,
        Channel channel,
        Instant occurredAt,
        List<Line> lines) {

    /** Brings the parts into their form. */
    public AdjustStock {
        occurredAt = Texts.within(occurredAt, "time");
        lines = List.copyOf(lines);
    }

    /** One correction: a signed quantity with at most 3 places (0 is recorded and moves nothing), and why (may be empty). */
    public record Line(String sku, BigDecimal quantity, String reason) {
        /** Brings the parts into their form. */
        public Line {
            sku = sku.toUpperCase(Locale.ROOT);
            quantity = Decimals.quantity(quantity, "quantity");
        }
    }
}
