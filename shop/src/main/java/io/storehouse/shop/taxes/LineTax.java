package io.storehouse.shop.taxes;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The tax of a line.
 *
 * @param percent the rate, 4 places; null where nothing is taxed
 * @param tax 4 places; 0 where nothing is taxed
 */
public record LineTax(@Nullable BigDecimal percent, BigDecimal tax) {
    /** Nothing is taxed. */
    public static final LineTax NONE = new LineTax(null, BigDecimal.ZERO.setScale(4));
}
