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
 * Stock is corrected, or goes back to where it was bought, without money. What it takes out must be there.
 *
 * @param id made by the client; the document's identity
 * @param reference the number of the document it comes from
 * @param till the till's code, or null
 * @param cause what the ledger calls its moves; no part of what the document is, which its reference and reasons say
 * @param lines at least one
 */
public record AdjustStock(
        UUID id,
        String reference,
        String store,
        @Nullable String till,
        Channel channel,
        Instant occurredAt,
        Cause cause,
        List<Line> lines) {

    /** Why stock changes without a sale, a receipt or a count. */
    public enum Cause {
        /** It was found to be otherwise. */
        CORRECTION("adjustment"),
        /** Goods of a purchase order went back to its supplier. */
        SUPPLIER_RETURN("supplier-return");

        private final String move;

        Cause(String move) {
            this.move = move;
        }

        /** The ledger type of its moves. */
        String move() {
            return move;
        }
    }

    /** A correction. */
    public AdjustStock(
            UUID id,
            String reference,
            String store,
            @Nullable String till,
            Channel channel,
            Instant occurredAt,
            List<Line> lines) {
        this(id, reference, store, till, channel, occurredAt, Cause.CORRECTION, lines);
    }

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
