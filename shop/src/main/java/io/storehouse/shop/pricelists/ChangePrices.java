package io.storehouse.shop.pricelists;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Prices are set or scheduled.
 *
 * @param id made by the client
 * @param store whose list; null for the chain's
 * @param validFrom from when on, not in the past; null for at once
 * @param changedBy who does it
 * @param lines at least one, each SKU once
 */
public record ChangePrices(
        UUID id,
        @Nullable String store,
        @Nullable Instant validFrom,
        String changedBy,
        String reason,
        List<Line> lines) {

    /** Brings the parts into their form. */
    public ChangePrices {
        validFrom = validFrom == null ? null : Texts.within(validFrom, "time");
        lines = List.copyOf(lines);
    }

    /** A SKU's price, from 0 with at most 4 places; null takes the list's price away. */
    public record Line(String sku, @Nullable BigDecimal price) {
        /** Brings the parts into their form. */
        public Line {
            sku = sku.toUpperCase(Locale.ROOT);
            price = price == null ? null : Decimals.money(price, "price");
        }
    }
}
