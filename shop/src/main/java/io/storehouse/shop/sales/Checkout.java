package io.storehouse.shop.sales;

import java.util.List;

/** Records sales. */
public interface Checkout {
    /**
     * Records orders in one transaction, all or nothing, with a number of statements that does not depend on how many they are.
     * Joins a running transaction; then a deadlock is the outer transaction's to retry, else it is retried here.
     *
     * @return in the order of the commands
     * @throws io.storehouse.shop.problems.ShopException {@code insufficient-stock} with the SKUs that lack it,
     *     {@code idempotency-conflict}, {@code unknown-store}, {@code unknown-sku}, {@code invalid-order}
     */
    List<PlacedOrder> place(List<PlaceOrder> orders);
}
