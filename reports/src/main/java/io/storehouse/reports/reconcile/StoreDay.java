package io.storehouse.reports.reconcile;

/**
 * A store's business date.
 *
 * @param businessDate {@code yyyy-MM-dd}
 */
record StoreDay(String store, String businessDate) {}
