package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Texts;
import java.time.Instant;
import java.util.UUID;

/**
 * A transfer of which nothing has arrived comes back.
 *
 * @param id made by the client; the cancellation's identity
 */
public record CancelTransfer(UUID id, UUID transferId, Instant occurredAt) {

    /** Brings the parts into their form. */
    public CancelTransfer {
        occurredAt = Texts.within(occurredAt, "time");
    }
}
