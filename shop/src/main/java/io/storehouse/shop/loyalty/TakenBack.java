package io.storehouse.shop.loyalty;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A return of something that may have earned points.
 *
 * @param document the return's identity
 * @param order the sale it undoes
 * @param amount what came back, net of discounts and without gift cards
 * @param byPoints what of the sale's price of these goods points had paid
 */
public record TakenBack(
        UUID document, UUID order, BigDecimal amount, BigDecimal byPoints, Place place, Instant occurredAt) {}
