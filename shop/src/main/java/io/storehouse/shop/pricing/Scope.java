package io.storehouse.shop.pricing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * To what a rule applies; null stands for all.
 *
 * @param stores codes
 * @param skus upper case
 * @param tiers of customers
 */
record Scope(
        @Nullable Set<String> stores,
        @Nullable Set<String> skus,
        @Nullable Set<String> tiers) {
    static final Scope ALL = new Scope(null, null, null);

    boolean hasStore(String store) {
        return stores == null || stores.contains(store);
    }

    boolean hasSku(String sku) {
        return skus == null || skus.contains(sku);
    }

    boolean hasTier(@Nullable String tier) {
        return tiers == null || tier != null && tiers.contains(tier);
    }
}
