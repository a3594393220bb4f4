package io.storehouse.shop.stock;

import io.storehouse.contracts.events.StockMove;
import java.util.List;

/** The ledger of stock, for the features whose documents move it. */
public interface StockLedger {
    /**
     * Moves stock in the running transaction: the balances by one guarded update a (store, SKU) in sorted order, which moves
     * quantity and value, then the moves. No document may take out more than is available after the ones before it, unless it
     * was taken offline; what it consumes of reservations is released just before it.
     *
     * @return the moves of each document, by SKU, in the order of the documents; releases come before the document's own
     * @throws io.storehouse.shop.problems.ShopException {@code insufficient-stock} with the SKUs that lack it, {@code
     *     period-closed}, {@code reservation-closed}, {@code unknown-reservation}
     */
    List<List<StockMove>> post(List<DocumentMoves> documents);
}
