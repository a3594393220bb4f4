package io.storehouse.shop.pricing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Tells what a point pays; implemented where points are kept. */
public interface PointsWorth {
    /** What one point pays in that currency, 4 places; empty where points pay nothing. Joins a running transaction. */
    Optional<BigDecimal> in(Currency currency);
}
