package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule does to a cart. Amounts are in the currency's places, except where nothing is left over. */
sealed interface Effect {
    BigDecimal HUNDRED = new BigDecimal(100);

    /** Takes from each line by itself. */
    sealed interface OfLine extends Effect {
        /** From 0 to what is left of the line. */
        BigDecimal take(OpenLine line, int places);
    }

    /** Takes from all its lines together. */
    sealed interface OfOrder extends Effect {
        /** From which sum on it takes. */
        BigDecimal threshold();

        /** From 0 to the sum, which has reached the threshold. */
        BigDecimal take(BigDecimal sum, int places);
    }

    /** A unit price of its own, where that is lower. */
    record FlashPrice(BigDecimal price) implements OfLine {
        @Override
        public BigDecimal take(OpenLine line, int places) {
            return line.remaining()
                    .subtract(Decimals.extend(line.line().quantity(), price))
                    .max(BigDecimal.ZERO);
        }
    }

    /** A percentage, above 0 and at most 100. */
    record Percentage(BigDecimal percent) implements OfLine {
        @Override
        public BigDecimal take(OpenLine line, int places) {
            return share(line.remaining(), percent, places);
        }
    }

    /**
     * The highest step that the sum reaches; a repeating one as often as it fits.
     *
     * @param steps ascending; exactly one when repeating
     */
    record SpendAndSave(List<Step> steps, boolean repeating) implements OfOrder {
        @Override
        public BigDecimal threshold() {
            return steps.get(0).threshold();
        }

        @Override
        public BigDecimal take(BigDecimal sum, int places) {
            if (repeating) {
                Step step = steps.get(0);
                return step.amount()
                        .multiply(sum.divideToIntegralValue(step.threshold()))
                        .min(sum);
            }
            BigDecimal amount = BigDecimal.ZERO;
            for (Step step : steps) {
                if (step.threshold().compareTo(sum) <= 0) {
                    amount = step.amount();
                }
            }
            return amount.min(sum);
        }
    }

    /** Spend so much, save so much. */
    record Step(BigDecimal threshold, BigDecimal amount) {}

    /** A fixed amount. */
    record AmountOff(BigDecimal amount, BigDecimal threshold) implements OfOrder {
        @Override
        public BigDecimal take(BigDecimal sum, int places) {
            return amount.min(sum);
        }
    }

    /**
     * A percentage of the sum.
     *
     * @param cap the most it takes, or null
     */
    record PercentOff(
            BigDecimal percent,
            BigDecimal threshold,
            @Nullable BigDecimal cap) implements OfOrder {
        @Override
        public BigDecimal take(BigDecimal sum, int places) {
            BigDecimal share = share(sum, percent, places);
            return cap == null ? share : share.min(cap);
        }
    }

    /** A percentage of the freight, where the goods reach the threshold. */
    record Freight(BigDecimal percent, BigDecimal threshold) implements Effect {}

    /** Points for each unit of currency. */
    record Earning(BigDecimal rate) implements Effect {}

    /** All of it at 100 percent, whatever its places; else in the currency's places, half up. */
    static BigDecimal share(BigDecimal amount, BigDecimal percent, int places) {
        if (percent.compareTo(HUNDRED) >= 0) {
            return amount;
        }
        return amount.multiply(percent)
                .divide(HUNDRED, places, RoundingMode.HALF_UP)
                .min(amount);
    }
}
