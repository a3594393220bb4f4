package io.storehouse.shop.stores;

/** The stores of whoever makes the running request, known to those who know the caller. */
public interface CallerScope {
    /**
     * Its stores.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code unauthenticated}
     */
    StoreScope scope();
}
