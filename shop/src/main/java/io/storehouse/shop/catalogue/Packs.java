package io.storehouse.shop.catalogue;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/** How many of a product's own unit its packs hold. */
public interface Packs {
    /** The packs of each SKU that has some: factor by unit, above 0 with 3 places; in one statement. */
    Map<String, Map<String, BigDecimal>> of(Collection<String> skus);
}
