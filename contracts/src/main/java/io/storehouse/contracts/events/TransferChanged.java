package io.storehouse.contracts.events;

import java.math.BigDecimal;
import java.util.List;

/**
 * Goods were dispatched to another store, arrived there, or came back. The envelope's store is where it happened.
 *
 * @param transferId UUID made by the client
 * @param source the store's code
 * @param destination the store's code
 * @param state {@code dispatched}, {@code received} or {@code cancelled}
 * @param sourceMoves of the source's balances
 * @param destinationMoves of the destination's balances
 */
public record TransferChanged(
        String transferId,
        String reference,
        String source,
        String destination,
        String state,
        List<Line> lines,
        List<StockMove> sourceMoves,
        List<StockMove> destinationMoves) {

    /**
     * One SKU as it stands now.
     *
     * @param quantity dispatched
     * @param received so far; more or less than dispatched only when the transfer is received
     */
    public record Line(String sku, BigDecimal quantity, BigDecimal received) {}
}
