package io.storehouse.shop.stock;

import java.util.List;

/**
 * Receipts, adjustments and reservations of stock. A list is one transaction, all or nothing; it joins a running one, and then a deadlock
 * is the outer transaction's to retry.
 */
public interface Stock {
    /** Takes goods in; the results are in the order of the commands. */
    List<StockDocument> receive(List<ReceiveStock> receipts);

    /**
     * Corrects stock; the results are in the order of the commands.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code insufficient-stock} with the SKUs that lack it
     */
    List<StockDocument> adjust(List<AdjustStock> adjustments);

    /**
     * Holds goods; the results are in the order of the commands.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code insufficient-stock} with the SKUs that lack it
     */
    List<ReservedStock> reserve(List<ReserveStock> reservations);
}
