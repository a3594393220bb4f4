package io.storehouse.contracts.events;

import java.math.BigDecimal;

/**
 * A store said how much it wants to have of a SKU.
 *
 * @param minimum below which it orders, 3 places
 * @param maximum up to which, 3 places
 */
public record StockLevelChanged(String sku, BigDecimal minimum, BigDecimal maximum) {}
