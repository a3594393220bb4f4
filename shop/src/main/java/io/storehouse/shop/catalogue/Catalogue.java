package io.storehouse.shop.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The products of the chain. Every method joins a running transaction. */
public interface Catalogue {
    /**
     * Lists or changes products, idempotently; an event leaves only for those that changed. A SKU twice in one list keeps its
     * last definition.
     *
     * @return the products in the order of the definitions
     */
    List<Product> list(List<ProductDefinition> definitions);

    /** The known products among the SKUs (upper case), by SKU. */
    Map<String, Product> find(Collection<String> skus);

    /**
     * The products of all the SKUs (upper case), by SKU.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code unknown-sku} with those that are not listed
     */
    Map<String, Product> require(Collection<String> skus);
}
