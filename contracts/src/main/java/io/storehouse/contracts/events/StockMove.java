package io.storehouse.contracts.events;

import java.math.BigDecimal;

/**
 * One entry of the stock ledger and the balance after it.
 *
 * @param sku what moved
 * @param kind the ledger type: {@code sale}, {@code return}, {@code receipt}, {@code adjustment}
 * @param quantity signed change of the quantity on hand
 * @param version of the balance of (store, SKU): gap-free, from 1, in commit order
 * @param onHand the balance after this move
 */
public record StockMove(String sku, String kind, BigDecimal quantity, long version, BigDecimal onHand) {}
