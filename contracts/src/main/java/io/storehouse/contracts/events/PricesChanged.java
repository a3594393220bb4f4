package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices were set, or scheduled. The envelope's store is the one whose list changed; null is the chain's list.
 *
 * @param changeId UUID made by the client
 * @param validFrom from when they hold, until the next change of the same list and SKU
 */
public record PricesChanged(String changeId, Instant validFrom, List<Line> lines) {

    /** Copies the list. */
    public PricesChanged {
        lines = List.copyOf(lines);
    }

    /** The price of one SKU; null takes the list's price away, so that the next list speaks. */
    public record Line(String sku, @Nullable BigDecimal price) {}
}
