package io.storehouse.shop.pricing;

import java.util.Collection;
import java.util.Map;

/** Tells the tiers of customers; implemented where they are kept. */
public interface CustomerTiers {
    /** The tiers of those of the customers that have one, by customer. Joins a running transaction. */
    Map<String, String> of(Collection<String> customers);
}
