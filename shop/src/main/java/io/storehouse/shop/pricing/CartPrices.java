package io.storehouse.shop.pricing;

import java.util.List;

/** Prices carts. */
public interface CartPrices {
    /**
     * What the carts cost at their instants, with a number of statements that does not depend on how many they are. Coupons are
     * looked at, not used. Joins a running transaction.
     *
     * @return in the order of the carts
     * @throws io.storehouse.shop.problems.ShopException {@code unknown-store}, {@code unknown-sku}, {@code no-price}, {@code
     *     invalid-cart}
     */
    List<PricedCart> price(List<Cart> carts);
}
