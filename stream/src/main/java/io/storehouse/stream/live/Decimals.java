package io.storehouse.stream.live;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The fixed places of money (4) and quantities (3). */
final class Decimals {
    static final BigDecimal NO_MONEY = BigDecimal.ZERO.setScale(4);
    static final BigDecimal NO_UNITS = BigDecimal.ZERO.setScale(3);

    private Decimals() {}

    /**
     * Money with its 4 places.
     *
     * @throws ArithmeticException when it has more
     */
    static BigDecimal money(BigDecimal value) {
        return value.setScale(NO_MONEY.scale(), RoundingMode.UNNECESSARY);
    }

    /**
     * A quantity with its 3 places.
     *
     * @throws ArithmeticException when it has more
     */
    static BigDecimal units(BigDecimal value) {
        return value.setScale(NO_UNITS.scale(), RoundingMode.UNNECESSARY);
    }
}
