package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sale that something comes back of, locked; it remembers what this transaction has taken back. */
final class SoldOrder {
    private final Currency currency;
    private final Map<Integer, Line> lines;
    private final @Nullable BigDecimal cashStep;
    private final Map<Integer, BigDecimal> back = new HashMap<>();
    private Settlement.Before before;

    /** An order; the cash step is null where no cash of it is rounded. */
    SoldOrder(Currency currency, Map<Integer, Line> lines, Settlement.Before before, @Nullable BigDecimal cashStep) {
        this.currency = currency;
        this.lines = lines;
        this.before = before;
        this.cashStep = cashStep;
    }

    /**
     * A line as sold.
     *
     * @param amount net of the discount
     * @param cogs what it cost; null where that is not known
     * @param returned how much of it had come back
     */
    record Line(
            BigDecimal quantity,
            BigDecimal amount,
            @Nullable BigDecimal cogs,
            BigDecimal returned) {}

    /** What the next pieces of a line that come back had cost; empty where that is not known, or the line is not there. */
    Optional<BigDecimal> takeCost(int lineNo, BigDecimal quantity) {
        Line sold = lines.get(lineNo);
        if (sold == null || sold.cogs() == null) {
            return Optional.empty();
        }
        BigDecimal before = back.getOrDefault(lineNo, sold.returned());
        back.put(lineNo, before.add(quantity));
        return Optional.of(Decimals.share(sold.cogs(), sold.quantity(), before, quantity));
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
    Settlement settle(BigDecimal linesTotal, List<Tendered> refunds) {
        Settlement settlement = Settlement.ofRest(linesTotal, before, currency, cashStep, refunds);
        before = before.and(settlement, refunds);
        return settlement;
    }
}
