package io.storehouse.shop.pricing;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells the prices that were promised with reservations; implemented where they are promised. */
public interface ClaimedPrices {
    /** The prices of those of the reservations that have one, by reservation, in one statement. Joins a running transaction. */
    Map<UUID, ClaimedPrice> of(Collection<UUID> reservations);
}
