package io.storehouse.shop.pricing;

import java.math.BigDecimal;
import java.util.List;

/**
 * A line with its price.
 *
 * @param gross quantity × unit price, 4 places
 * @param discount Σ trail, from 0 to gross
 * @param amount gross − discount
 * @param trail in the order in which the rules acted
 */
public record PricedLine(
        String sku,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal gross,
        BigDecimal discount,
        BigDecimal amount,
        List<Take> trail) {}
