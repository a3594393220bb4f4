package io.storehouse.shop.purchasing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/**
 * Orders from suppliers. Each command is one transaction, recorded once by its id, and joins a running one. An order changes
 * only from the state and version that the command expects, so of two that race one is refused.
 */
public interface Purchasing {
    /** Makes a draft. */
    PurchaseDocument draft(DraftOrder command);

    /** Replaces the content of a draft. */
    PurchaseDocument revise(ReviseOrder command);

    /**
     * Takes an order a step further.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code purchase-order-changed} when it is not what the command expects
     */
    PurchaseDocument step(StepOrder command);

    /**
     * Takes in goods of an approved order, at the order's cost.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code over-receipt} with the lines of which too much would come in
     */
    PurchaseDocument receive(MoveGoods command);

    /**
     * Sends received goods back to the supplier.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code over-return} with the lines of which too much would go back, or
     *     {@code insufficient-stock}
     */
    PurchaseDocument giveBack(MoveGoods command);

    /** What approved orders still bring into a store, by SKU, in one statement; SKUs of which nothing comes are absent. */
    Map<String, BigDecimal> incoming(String store, Collection<String> skus);
}
