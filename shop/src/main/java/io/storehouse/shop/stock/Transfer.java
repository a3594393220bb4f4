package io.storehouse.shop.stock;

import io.storehouse.contracts.events.StockMove;
import io.storehouse.contracts.events.TransferChanged;
import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A transfer as it is.
 *
 * @param key the surrogate key, for tables only
 * @param source the store's code
 * @param destination the store's code
 * @param state {@code dispatched}, {@code received} or {@code cancelled}
 * @param lines by SKU
 */
record Transfer(
        long key,
        UUID id,
        String reference,
        String source,
        String destination,
        String state,
        Instant occurredAt,
        Instant recordedAt,
        SortedMap<String, Line> lines) {
    static final String DISPATCHED = "dispatched";
    static final String RECEIVED = "received";
    static final String CANCELLED = "cancelled";

    /**
     * One SKU.
     *
     * @param value what left the source
     */
    record Line(BigDecimal quantity, BigDecimal value, BigDecimal received) {
        BigDecimal outstanding() {
            return quantity.subtract(received).max(BigDecimal.ZERO);
        }

        /** What the next pieces to arrive are worth; all of them together what left. */
        BigDecimal valueOfNext(BigDecimal next) {
            return Decimals.share(value, quantity, received, next);
        }

        Line arrived(BigDecimal next) {
            return new Line(quantity, value, received.add(next));
        }
    }

    Transfer with(String newState, SortedMap<String, Line> newLines) {
        return new Transfer(key, id, reference, source, destination, newState, occurredAt, recordedAt, newLines);
    }

    TransferChanged event(List<StockMove> sourceMoves, List<StockMove> destinationMoves) {
        return new TransferChanged(
                id.toString(),
                reference,
                source,
                destination,
                state,
                lines.entrySet().stream()
                        .map(entry -> new TransferChanged.Line(
                                entry.getKey(),
                                entry.getValue().quantity(),
                                entry.getValue().received()))
                        .toList(),
                sourceMoves,
                destinationMoves);
    }
}
