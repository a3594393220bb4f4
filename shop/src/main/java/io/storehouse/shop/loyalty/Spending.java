package io.storehouse.shop.loyalty;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Points that pay in a sale.
 *
 * @param order the order's identity: it spends once
 * @param customer as recorded on the order
 * @param points above 0
 * @param amount what they paid
 * @param offline whether the till could not ask: the customer has gone with the goods, and what is not there is a debt
 */
public record Spending(
        UUID order,
        String customer,
        long points,
        BigDecimal amount,
        boolean offline,
        Place place,
        Instant occurredAt) {}
