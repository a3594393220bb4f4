package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Moving average cost, worked out anew: quantity, value, and the average as the exact fraction value / quantity. */
final class Average {
    BigDecimal onHand = BigDecimal.ZERO;
    BigDecimal value = BigDecimal.ZERO;
    BigDecimal costValue = BigDecimal.ZERO;
    BigDecimal costQuantity = BigDecimal.ZERO;

    /** What that many are worth. */
    private BigDecimal book(BigDecimal quantity) {
        return costQuantity.signum() == 0
                ? BigDecimal.ZERO
                : quantity.multiply(costValue).divide(costQuantity, 4, RoundingMode.HALF_UP);
    }

    /** Moves at average cost; says what the move is worth. */
    BigDecimal move(BigDecimal quantity) {
        BigDecimal worth = book(onHand.add(quantity)).subtract(book(onHand));
        onHand = onHand.add(quantity);
        value = value.add(worth);
        return worth;
    }

    /** Moves at a value of its own, which may change the average. */
    BigDecimal move(BigDecimal quantity, BigDecimal worth, boolean pricing) {
        if (quantity.signum() > 0 && (pricing || costQuantity.signum() == 0)) {
            BigDecimal there = onHand.max(BigDecimal.ZERO);
            costValue = book(there).add(worth);
            costQuantity = there.add(quantity);
        }
        onHand = onHand.add(quantity);
        value = value.add(worth);
        return worth;
    }

    BigDecimal move(BigDecimal quantity, @Nullable BigDecimal worth, String kind) {
        return worth == null
                ? move(quantity)
                : move(quantity, worth, kind.equals("receipt") || kind.equals("transfer-in"));
    }
}
