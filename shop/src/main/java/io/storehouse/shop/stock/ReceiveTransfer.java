package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Texts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Goods of a transfer arrived.
 *
 * @param id made by the client; the arrival's identity
 * @param last true when nothing more is expected: what is then missing or too much is a difference
 * @param lines what came, from 0; may be empty when it is the last
 */
public record ReceiveTransfer(UUID id, UUID transferId, Instant occurredAt, boolean last, List<GoodsLine> lines) {

    /** Brings the parts into their form. */
    public ReceiveTransfer {
        occurredAt = Texts.within(occurredAt, "time");
        lines = List.copyOf(lines);
    }
}
