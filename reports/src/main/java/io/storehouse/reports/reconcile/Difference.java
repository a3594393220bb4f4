package io.storehouse.reports.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * One measure of one key on which two stations disagree.
 *
 * @param station where {@code actual} was found
 * @param against where {@code expected} was found
 * @param store null where the key has none
 * @param businessDate {@code yyyy-MM-dd}, null where the key has none
 * @param measure with the table and the rest of the key where there is more to it
 */
record Difference(
        String station,
        String against,
        @Nullable String store,
        @Nullable String businessDate,
        String measure,
        String expected,
        String actual) {}
