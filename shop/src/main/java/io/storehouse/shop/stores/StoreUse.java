package io.storehouse.shop.stores;

/** What has been recorded of a store, known to those who record it. */
public interface StoreUse {
    /** Whether the store has amounts in its currency. */
    boolean hasAmounts(int storeId);
}
