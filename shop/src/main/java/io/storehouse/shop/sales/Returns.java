package io.storehouse.shop.sales;

import java.util.List;

/** Takes goods and services back. */
public interface Returns {
    /**
     * Records returns in one transaction, all or nothing; joins a running one as {@link Checkout#place} does.
     *
     * @return in the order of the commands
     * @throws io.storehouse.shop.problems.ShopException {@code return-exceeds-sale}, {@code refund-exceeds-payment},
     *     {@code approval-required}, {@code idempotency-conflict}, {@code unknown-order}, {@code unknown-store},
     *     {@code unknown-sku}, {@code invalid-return}
     */
    List<AcceptedReturn> accept(List<AcceptReturn> returns);
}
