package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Texts;
import java.time.Instant;
import java.util.UUID;

/**
 * A stocktake begins.
 *
 * @param id made by the client; the count's identity
 */
public record OpenCount(UUID id, String reference, String store, Instant occurredAt) {

    /** Brings the parts into their form. */
    public OpenCount {
        occurredAt = Texts.within(occurredAt, "time");
    }
}
