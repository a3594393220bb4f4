package io.storehouse.shop.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where list prices come from. */
interface PriceSource {
    /**
     * The prices of each list, by SKU, in the order of the lists.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code unknown-sku}
     */
    List<Map<String, ListPrice>> of(List<Wanted> wanted);

    /** SKUs (upper case) whose prices in a store at an instant are asked for. */
    record Wanted(String store, Instant at, Set<String> skus) {}

    /**
     * What is listed.
     *
     * @param price null where none is
     * @param goods false for a service
     */
    record ListPrice(@Nullable BigDecimal price, boolean goods) {}
}
