package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A balance at one version. Its average cost is the fraction costValue / costQuantity, which is exact: a quantity Q is worth
 * {@code book(Q)} = Q × costValue / costQuantity, to 4 places, half up. A move from Q to Q' at average cost is worth book(Q') −
 * book(Q), so that the values of moves at one average add up without a rest, and the last piece takes what is left.
 *
 * @param costQuantity 0 while no cost is known; goods are then worth 0
 */
record Balance(long version, BigDecimal onHand, BigDecimal reserved, BigDecimal costValue, BigDecimal costQuantity) {

    /** What a quantity is worth at average cost; the SQL of {@link Balances} says the same. */
    BigDecimal book(BigDecimal quantity) {
        if (costQuantity.signum() == 0) {
            return BigDecimal.ZERO.setScale(Decimals.MONEY_PLACES);
        }
        return quantity.multiply(costValue).divide(costQuantity, Decimals.MONEY_PLACES, RoundingMode.HALF_UP);
    }

    /** What the newest move is worth, which led to this balance. */
    BigDecimal valueOf(Movement movement) {
        BigDecimal own = movement.change().value();
        return own == null
                ? book(onHand).subtract(book(onHand.subtract(movement.change().quantity())))
                : own;
    }

    /** The balance before its newest move, at the average cost of this one. */
    Balance before(Movement movement) {
        return new Balance(
                version - 1,
                onHand.subtract(movement.change().quantity()),
                reserved.subtract(movement.change().reserved()),
                costValue,
                costQuantity);
    }

    BigDecimal available() {
        return onHand.subtract(reserved);
    }
}
