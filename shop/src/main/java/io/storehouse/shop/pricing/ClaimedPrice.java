package io.storehouse.shop.pricing;

import java.math.BigDecimal;

/**
 * A unit price that was promised with a reservation.
 *
 * @param rule what the trail names
 * @param sku upper case
 * @param quantity of the line that it is for, exactly
 * @param price in the currency's places
 */
public record ClaimedPrice(String rule, String sku, BigDecimal quantity, BigDecimal price) {}
