package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Texts;
import java.time.Instant;
import java.util.UUID;

/**
 * A stocktake ends.
 *
 * @param id made by the client; the closing's identity
 */
public record FinishCount(UUID id, UUID countId, Instant occurredAt) {

    /** Brings the parts into their form. */
    public FinishCount {
        occurredAt = Texts.within(occurredAt, "time");
    }
}
