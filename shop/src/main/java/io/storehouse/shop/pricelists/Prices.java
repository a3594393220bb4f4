package io.storehouse.shop.pricelists;

import java.util.List;
import java.util.Map;

/**
 * What products cost, where and when. A list says of a SKU what its newest entry that has begun says; of entries that begin at
 * one instant, the one recorded last. The store's list speaks before the chain's, and that before the product's own list price.
 */
public interface Prices {
    /**
     * The prices that lists have, by SKU, in the order of the questions, all in one statement. SKUs of which no list says
     * anything are absent: for those the product's own list price holds.
     */
    List<Map<String, Price>> at(List<PriceQuestion> questions);

    /** Sets or schedules prices, all or nothing for the list; joins a running transaction. */
    List<ChangedPrices> change(List<ChangePrices> changes);
}
