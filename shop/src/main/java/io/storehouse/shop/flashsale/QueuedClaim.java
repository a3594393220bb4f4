package io.storehouse.shop.flashsale;

import java.time.Instant;
import java.util.UUID;

/**
 * A claim on its way to the database, as it lies in the queue.
 *
 * @param id made by the client
 * @param customer the buyer's code
 * @param at when Redis granted it
 */
record QueuedClaim(UUID id, UUID sale, String customer, Instant at) {}
