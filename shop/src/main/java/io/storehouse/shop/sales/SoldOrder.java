package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.taxes.LineTax;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sale that something comes back of, locked; it remembers what this transaction has taken back. */
final class SoldOrder {
    private final Currency currency;
    private final Map<Integer, Line> lines;
    private final @Nullable BigDecimal cashStep;
    private final boolean taxIncluded;
    private final Map<Integer, BigDecimal> back = new HashMap<>();
    private final Map<Integer, BigDecimal> amountBack = new HashMap<>();
    private Settlement.Before before;

    /** An order; the cash step is null where no cash of it is rounded. */
    SoldOrder(
            Currency currency,
            Map<Integer, Line> lines,
            Settlement.Before before,
            @Nullable BigDecimal cashStep,
            boolean taxIncluded) {
        this.currency = currency;
        this.lines = lines;
        this.before = before;
        this.cashStep = cashStep;
        this.taxIncluded = taxIncluded;
    }

    /**
     * A line as sold.
     *
     * @param amount net of the discount
     * @param cogs what it cost; null where that is not known
     * @param returned how much of it had come back
     * @param amountReturned for what amount
     * @param byPoints what points paid of it, before the amount was net of that
     * @param tax of the amount, or on top of it
     * @param giftCard the gift card that it sold, or null
     */
    record Line(
            BigDecimal quantity,
            BigDecimal amount,
            @Nullable BigDecimal cogs,
            BigDecimal returned,
            BigDecimal amountReturned,
            BigDecimal byPoints,
            LineTax tax,
            @Nullable UUID giftCard) {}

    /**
     * What pieces of a line are parts of.
     *
     * @param cost what they had cost; null where that is not known
     * @param byPoints what points had paid of them
     * @param giftCard the gift card that they are, or null
     */
    record Part(
            @Nullable BigDecimal cost,
            BigDecimal byPoints,
            @Nullable UUID giftCard) {
        static final Part UNKNOWN = new Part(null, BigDecimal.ZERO, null);
    }

    /** The next pieces of a line that come back; lines that are not there are refused later. */
    Part take(int lineNo, BigDecimal quantity) {
        Line sold = lines.get(lineNo);
        if (sold == null) {
            return Part.UNKNOWN;
        }
        BigDecimal before = back.getOrDefault(lineNo, sold.returned());
        back.put(lineNo, before.add(quantity));
        return new Part(
                sold.cogs() == null ? null : Decimals.share(sold.cogs(), sold.quantity(), before, quantity),
                Decimals.share(sold.byPoints(), sold.quantity(), before, quantity),
                sold.giftCard());
    }

    /** Whether the tax was in the prices. */
    boolean taxIncluded() {
        return taxIncluded;
    }

    /**
     * The tax of the next amount of a line that comes back, in proportion: all of it together is what was paid, and no more. Lines
     * that are not there are refused later.
     */
    LineTax takeTax(int lineNo, BigDecimal amount) {
        Line sold = lines.get(lineNo);
        if (sold == null || sold.amount().signum() == 0) {
            return LineTax.NONE;
        }
        BigDecimal before =
                amountBack.getOrDefault(lineNo, sold.amountReturned()).min(sold.amount());
        BigDecimal after = before.add(amount).min(sold.amount());
        amountBack.put(lineNo, after);
        return new LineTax(
                sold.tax().percent(), Decimals.share(sold.tax().tax(), sold.amount(), before, after.subtract(before)));
    }

    /** Refuses amounts that are not of the order's currency. */
    void check(Store store) {
        if (!store.currency().equals(currency)) {
            throw new ShopException(
                    SalesError.CURRENCY_DIFFERS,
                    "Cannot take back: the order was paid in " + currency.getCurrencyCode() + ", the store has "
                            + store.currency().getCurrencyCode());
        }
    }

    /** Whether all of the line at this price would be more than its amount; lines that are not there are refused later. */
    boolean isDearer(AcceptReturn.Line line) {
        Line sold = lines.get(Objects.requireNonNull(line.orderLineNo()));
        return sold != null
                && Decimals.extend(sold.quantity(), line.unitPrice()).compareTo(sold.amount()) > 0;
    }

    /** Settles the next return. */
    Settlement settle(BigDecimal linesTotal, BigDecimal taxAdded, List<Tendered> refunds) {
        Settlement settlement = Settlement.ofRest(linesTotal, taxAdded, before, currency, cashStep, refunds);
        before = before.and(settlement, refunds);
        return settlement;
    }
}
