package io.storehouse.shop.stores;

import java.util.List;
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

    /** All stores, by code. */
    List<Store> all();
}
