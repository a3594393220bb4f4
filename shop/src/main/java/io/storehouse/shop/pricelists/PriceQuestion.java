package io.storehouse.shop.pricelists;

import io.storehouse.shop.stores.Store;
import java.time.Instant;
import java.util.Set;

/** What is asked of the price lists: SKUs (upper case) in a store at an instant. */
public record PriceQuestion(Store store, Instant at, Set<String> skus) {
    /** Keeps the SKUs. */
    public PriceQuestion {
        skus = Set.copyOf(skus);
    }
}
