package io.storehouse.shop.purchasing;

import io.storehouse.shop.stores.Store;
import java.time.Instant;
import java.util.List;

/**
 * A command that was checked, with the order it is about.
 *
 * @param key the surrogate key of what it records
 * @param order as it was before; for a draft as it will be
 * @param lines those it writes, for a draft or its revision
 */
record Purchase<C extends PurchaseCommand>(
        long key, C command, OrderHead order, Store store, List<PurchaseLine> lines, Instant recordedAt) {}
