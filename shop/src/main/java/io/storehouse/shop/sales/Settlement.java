package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/**
 * How the lines' total is settled.
 *
 * @param linesTotal Σ line amounts, 4 places
 * @param rounding payable − linesTotal, 4 places
 * @param payable linesTotal in the currency's places, half up; of partial returns together
 */
record Settlement(BigDecimal linesTotal, BigDecimal rounding, BigDecimal payable) {
    static Settlement of(BigDecimal linesTotal, Currency currency) {
        return ofRest(linesTotal, BigDecimal.ZERO, BigDecimal.ZERO, currency);
    }

    /**
     * Settles so that everything together is rounded once: whoever returns an order bit by bit gets what he paid.
     *
     * @param totalBefore the lines' totals settled before
     * @param payableBefore what was payable for them
     */
    static Settlement ofRest(
            BigDecimal linesTotal, BigDecimal totalBefore, BigDecimal payableBefore, Currency currency) {
        BigDecimal payable = linesTotal
                .add(totalBefore)
                .setScale(places(currency), RoundingMode.HALF_UP)
                .subtract(payableBefore)
                .max(BigDecimal.ZERO)
                .setScale(places(currency), RoundingMode.HALF_UP);
        return new Settlement(linesTotal, payable.subtract(linesTotal).setScale(Decimals.MONEY_PLACES), payable);
    }

    private static int places(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** Refuses payments that do not add up to the payable amount. */
    void check(List<Tendered> payments, SalesError error) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Tendered payment : payments) {
            if (!Tenders.ALL.contains(payment.tender())) {
                throw new ShopException(
                        error,
                        "Invalid tender: '" + payment.tender() + "'; expected one of "
                                + String.join(", ", Tenders.ALL));
            }
            if (payment.amount().signum() <= 0
                    || payment.amount().stripTrailingZeros().scale() > payable.scale()) {
                throw new ShopException(
                        error,
                        "Invalid amount: " + payment.amount().toPlainString() + "; expected above 0 with at most "
                                + payable.scale() + " places");
            }
            sum = sum.add(payment.amount());
        }
        if (sum.compareTo(payable) != 0) {
            throw new ShopException(
                    error,
                    "Invalid payments: they add up to "
                            + sum.stripTrailingZeros().toPlainString() + ", payable is " + payable.toPlainString());
        }
    }
}
