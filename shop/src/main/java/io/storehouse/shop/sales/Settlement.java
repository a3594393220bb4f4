package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the lines' total is settled.
 *
 * @param linesTotal Σ line amounts, 4 places
 * @param taxAdded the tax that comes on top of it, 4 places
 * @param rounding payable − linesTotal − taxAdded, 4 places
 * @param payable linesTotal and taxAdded in the currency's places, half up, its cash in the store's steps; of partial returns together
 */
record Settlement(BigDecimal linesTotal, BigDecimal taxAdded, BigDecimal rounding, BigDecimal payable) {
    /**
     * Settles a sale, or a return without receipt. What cards and the like leave over is paid in cash and rounds to the store's
     * step; where nothing is paid in cash, nothing of it rounds.
     */
    static Settlement of(BigDecimal linesTotal, BigDecimal taxAdded, Store store, List<Tendered> payments) {
        boolean cash = payments.isEmpty() || payments.stream().anyMatch(Tendered::isCash);
        return ofRest(linesTotal, taxAdded, Before.NOTHING, store.currency(), cash ? store.cashStep() : null, payments);
    }

    /**
     * Settles so that everything together is rounded once: whoever returns an order bit by bit gets what he paid.
     *
     * @param cashStep to which the cash among the payments of all together rounds; null where it does not
     */
    static Settlement ofRest(
            BigDecimal linesTotal,
            BigDecimal taxAdded,
            Before before,
            Currency currency,
            @Nullable BigDecimal cashStep,
            List<Tendered> payments) {
        int places = places(currency);
        BigDecimal total = linesTotal.add(taxAdded);
        BigDecimal together = total.add(before.total()).setScale(places, RoundingMode.HALF_UP);
        BigDecimal due =
                cashStep == null ? together : roundCash(together, before.other().add(other(payments)), cashStep);
        BigDecimal payable = due.subtract(before.payable()).max(BigDecimal.ZERO).setScale(places, RoundingMode.HALF_UP);
        return new Settlement(linesTotal, taxAdded, payable.subtract(total).setScale(Decimals.MONEY_PLACES), payable);
    }

    /** The other tenders' part as it is, and the rest in steps, half up. */
    private static BigDecimal roundCash(BigDecimal together, BigDecimal other, BigDecimal step) {
        BigDecimal cash = together.subtract(other).max(BigDecimal.ZERO);
        BigDecimal rounded = cash.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
        return together.subtract(cash).add(rounded);
    }

    private static BigDecimal other(List<Tendered> payments) {
        return payments.stream()
                .filter(payment -> !payment.isCash())
                .map(Tendered::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * What was settled before.
     *
     * @param total Σ lines' totals and taxes on top
     * @param payable Σ of what was payable for them
     * @param cash what of that was cash
     */
    record Before(BigDecimal total, BigDecimal payable, BigDecimal cash) {
        static final Before NOTHING = new Before(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        BigDecimal other() {
            return payable.subtract(cash);
        }

        Before and(Settlement settlement, List<Tendered> payments) {
            return new Before(
                    total.add(settlement.linesTotal()).add(settlement.taxAdded()),
                    payable.add(settlement.payable()),
                    cash.add(settlement.payable()).subtract(Settlement.other(payments)));
        }
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
            if (payment.tendered() != null
                    && (!payment.isCash() || payment.tendered().compareTo(payment.amount()) < 0)) {
                throw new ShopException(
                        error,
                        "Invalid tendered amount: " + payment.tendered().toPlainString()
                                + "; expected at least the amount, and only of cash");
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
