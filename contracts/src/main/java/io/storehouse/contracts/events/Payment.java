package io.storehouse.contracts.events;

import java.math.BigDecimal;

/**
 * A payment of a sale, or a refund of a return.
 *
 * @param id made by the client
 * @param tender {@code cash}, {@code card} or {@code external}
 * @param amount positive, in the currency's places
 */
public record Payment(String id, String tender, BigDecimal amount) {}
