package io.storehouse.shop.loyalty;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A sale that may earn points.
 *
 * @param order the order's identity: it earns once
 * @param customer as recorded on the order
 * @param amount what was bought, net of discounts and without gift cards, in the currency of the store
 */
public record Purchase(UUID order, String customer, BigDecimal amount, Place place, Instant occurredAt) {}
