package io.storehouse.shop.stores;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chain's stores. Every method joins a running transaction. */
public interface Stores {
    /** Opens or changes a store; an event leaves only when something changed. */
    Store define(StoreDefinition definition);

    /** The store with that code. */
    Optional<Store> find(String code);

    /**
     * The store with that code.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code unknown-store}
     */
    Store require(String code);

    /**
     * The stores of all the codes, by code, in one statement.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code unknown-store}
     */
    Map<String, Store> require(Collection<String> codes);

    /** All stores, by code. */
    List<Store> all();

    /** The stores of the scope, by code. */
    List<Store> in(StoreScope scope);
}
