package io.storehouse.shop.loyalty;

import java.util.List;

/**
 * Points and tiers. Every method joins a running transaction and costs a number of statements that does not depend on how many
 * documents there are.
 */
public interface Loyalty {
    /**
     * Credits the points of sales, once each, and raises tiers. Without a programme, before its first date, in another
     * currency, and for customers who asked to be forgotten nothing is credited.
     */
    void earn(List<Purchase> purchases);

    /**
     * Takes the points that pay in sales, once each, before the same sales earn.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code insufficient-points}, {@code unknown-member}, {@code no-programme}
     */
    void spend(List<Spending> spendings);

    /**
     * Takes the points of sales back in proportion to what of their amount came back: what is left is what the kept amount would
     * have earned. A balance may fall below 0 by this; that is a debt, which the next points pay first.
     * Points that had paid for what came back are restored in the same proportion, and expire as if earned when they were spent.
     */
    void clawBack(List<TakenBack> returns);

    /**
     * Spends points, once each.
     *
     * @return in the order of the commands
     * @throws io.storehouse.shop.problems.ShopException {@code insufficient-points}, {@code unknown-member}, {@code no-programme},
     *     {@code idempotency-conflict}
     */
    List<Redemption> redeem(List<RedeemPoints> redemptions);
}
