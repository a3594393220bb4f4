package io.storehouse.shop.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What another feature keeps of customers, known to those who keep it. Every method joins the running transaction. */
public interface CustomerAccounts {
    /** Moves everything of one customer to another, for good; both are locked as customers. */
    void merge(String from, String into, Instant at);

    /** The standing of those of the customers that have one, by code. */
    Map<String, Standing> standings(Collection<String> codes);
}
