package io.storehouse.shop.customers;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The customers of the chain, by code. Every method joins a running transaction. */
public interface Customers {
    /** Makes the codes known, idempotently; an event leaves only for those that are new. */
    void register(Collection<String> codes);

    /** Who the known ones among the codes stand for, by code, in one statement. */
    Map<String, Customer> find(Collection<String> codes);

    /** All codes of each person, by the person's current code, that itself first, then in order of text; in one statement. */
    Map<String, List<String>> codesOf(Collection<String> current);
}
