package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Money that changed hands: a payment of a sale, or a refund of a return.
 *
 * @param id made by the client
 * @param tender {@code cash}, {@code card} or {@code external}
 * @param amount above 0, in the currency's places
 */
public record Tendered(UUID id, String tender, BigDecimal amount) {
    /** Brings the amount into its form. */
    public Tendered {
        amount = Decimals.money(amount, "amount");
    }
}
