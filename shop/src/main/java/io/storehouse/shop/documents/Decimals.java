package io.storehouse.shop.documents;

import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact numbers in the places that tables and events give them: money 4, quantities 3. */
public final class Decimals {
    /** Places of unit prices and amounts. */
    public static final int MONEY_PLACES = 4;
    /** Places of quantities. */
    public static final int QUANTITY_PLACES = 3;

    private static final int WHOLE_DIGITS = 15;

    private Decimals() {}

    /**
     * The number as money, not rounded.
     *
     * @throws ShopException {@code invalid-number} when it has more than 4 places or 15 whole digits
     */
    public static BigDecimal money(BigDecimal value, String what) {
        return exact(value, MONEY_PLACES, what);
    }

    /**
     * The number as a quantity, not rounded.
     *
     * @throws ShopException {@code invalid-number} when it has more than 3 places or 15 whole digits
     */
    public static BigDecimal quantity(BigDecimal value, String what) {
        return exact(value, QUANTITY_PLACES, what);
    }

    /** Quantity × unit price, to 4 places, half up. */
    public static BigDecimal extend(BigDecimal quantity, BigDecimal unitPrice) {
        return quantity.multiply(unitPrice).setScale(MONEY_PLACES, RoundingMode.HALF_UP);
    }

    /**
     * What the pieces from {@code before} to {@code before + part} of a whole are worth, to 4 places; consecutive shares add up to
     * the whole's value without a rest.
     */
    public static BigDecimal share(BigDecimal value, BigDecimal whole, BigDecimal before, BigDecimal part) {
        return upTo(value, whole, before.add(part)).subtract(upTo(value, whole, before));
    }

    private static BigDecimal upTo(BigDecimal value, BigDecimal whole, BigDecimal quantity) {
        return value.multiply(quantity).divide(whole, MONEY_PLACES, RoundingMode.HALF_UP);
    }

    private static BigDecimal exact(BigDecimal value, int places, String what) {
        BigDecimal stripped = value.stripTrailingZeros();
        if ((long) stripped.precision() - stripped.scale() > WHOLE_DIGITS || stripped.scale() > places) {
            throw new ShopException(
                    DocumentError.INVALID_NUMBER,
                    "Invalid " + what + ": at most " + WHOLE_DIGITS + " digits before and " + places
                            + " after the point");
        }
        return stripped.setScale(places, RoundingMode.UNNECESSARY);
    }
}
