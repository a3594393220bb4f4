package io.storehouse.contracts.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the stock ledger and the balance after it.
 *
 * @param sku what moved
 * @param kind the ledger type: {@code sale}, {@code return}, {@code receipt}, {@code adjustment}, {@code transfer-out}, {@code
 *     transfer-in}, {@code in-transit}, {@code difference}, {@code count}, {@code reservation}, {@code release}, {@code shortage},
 *     {@code supplier-return}
 * @param quantity signed change of the quantity on hand
 * @param version of the balance of (store, SKU): gap-free, from 1, in commit order
 * @param onHand the balance after this move
 * @param value signed change of the stock's value: that of a sale is its cost of goods sold, negated; null in events from before
 *     values were kept
 */
public record StockMove(
        String sku,
        String kind,
        BigDecimal quantity,
        long version,
        BigDecimal onHand,
        @Nullable BigDecimal value) {}
