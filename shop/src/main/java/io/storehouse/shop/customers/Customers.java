package io.storehouse.shop.customers;

import java.util.Collection;

/** The customers of the chain, by code. Every method joins a running transaction. */
public interface Customers {
    /** Makes the codes known, idempotently; an event leaves only for those that are new. */
    void register(Collection<String> codes);
}
