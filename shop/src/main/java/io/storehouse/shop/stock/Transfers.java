package io.storehouse.shop.stock;

/**
 * Goods on their way between stores. What has left the source and not arrived is incoming at the destination, so that the three
 * always add up. Each command is recorded once; it joins a running transaction.
 */
public interface Transfers {
    /**
     * Takes goods out of the source, at its average cost.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code insufficient-stock} with the SKUs that lack it
     */
    StockDocument dispatch(DispatchTransfer transfer);

    /**
     * Takes goods in at the destination, at what they cost the source: for its average cost that is a receipt.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code transfer-closed}, {@code transfer-exceeded}
     */
    StockDocument receive(ReceiveTransfer arrival);

    /**
     * Puts everything back by inverse moves.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code transfer-closed} when something arrived
     */
    StockDocument cancel(CancelTransfer cancellation);
}
