package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Texts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Goods leave for another store.
 *
 * @param id made by the client; the transfer's identity
 * @param lines at least one, each above 0
 */
public record DispatchTransfer(
        UUID id, String reference, String source, String destination, Instant occurredAt, List<GoodsLine> lines) {

    /** Brings the parts into their form. */
    public DispatchTransfer {
        occurredAt = Texts.within(occurredAt, "time");
        lines = List.copyOf(lines);
    }
}
