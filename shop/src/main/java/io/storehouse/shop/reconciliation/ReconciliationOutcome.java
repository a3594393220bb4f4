package io.storehouse.shop.reconciliation;

import java.time.Instant;

/**
 * How the last reconciliation ended; also published as an event within the shop.
 *
 * @param exact whether till, stream, lake and warehouse agreed in everything
 * @param compared how many store-days were compared
 * @param differences how many of them differed
 * @param at when it was made
 */
public record ReconciliationOutcome(boolean exact, long compared, int differences, Instant at) {}
