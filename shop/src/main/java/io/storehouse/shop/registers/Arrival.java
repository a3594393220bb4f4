package io.storehouse.shop.registers;

import io.storehouse.shop.stores.Store;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way into a shift.
 *
 * @param till where it was made; null when at none
 * @param occurredAt by the till's clock
 * @param offline whether it was made while the till could not reach the shop, so that it cannot be refused any more
 */
public record Arrival(Store store, @Nullable String till, Instant occurredAt, boolean offline) {}
