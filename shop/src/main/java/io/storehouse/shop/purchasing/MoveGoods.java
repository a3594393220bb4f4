package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.documents.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Goods of an order come in, or go back.
 *
 * @param id made by the client; also the identity of the stock document
 * @param reference the delivery note's number, or the return's
 * @param lines at least one, each line of the order once
 * @param by who records it
 */
public record MoveGoods(UUID id, UUID order, String reference, Instant occurredAt, List<Line> lines, String by)
        implements PurchaseCommand {

    /** Brings the parts into their form. */
    public MoveGoods {
        occurredAt = Texts.within(occurredAt, "time");
        lines = List.copyOf(lines);
    }

    /** How much of a line, in the product's own unit, above 0 with at most 3 places; and why (may be empty). */
    public record Line(int lineNo, BigDecimal quantity, String reason) {
        /** Brings the parts into their form. */
        public Line {
            quantity = Decimals.quantity(quantity, "quantity");
        }
    }

    @Override
    public CommandHash hash() {
        CommandHash hash =
                new CommandHash().add(order).add(reference).add(occurredAt).add(lines.size());
        lines.forEach(line -> hash.add(line.lineNo()).add(line.quantity()).add(line.reason()));
        return hash;
    }
}
