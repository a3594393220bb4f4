package io.storehouse.shop.loyalty;

import io.storehouse.shop.customers.CustomerEvents;
import io.storehouse.shop.customers.Customers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes of members what their spending of the last months says. */
@Component
class Tiers {
    private final Customers customers;
    private final PurchaseHistory purchases;
    private final TierTable table;
    private final CustomerEvents events;

    Tiers(Customers customers, PurchaseHistory purchases, TierTable table, CustomerEvents events) {
        this.customers = customers;
        this.purchases = purchases;
        this.table = table;
        this.events = events;
    }

    /**
     * Judges the accounts again, in a fixed number of statements.
     *
     * @param dates by customer, the business date on which each is judged; the accounts of others stay as they are
     * @return how many changed
     */
    int judge(Collection<Account> accounts, Map<String, LocalDate> dates, Programme programme) {
        if (programme.tiers().isEmpty() || dates.isEmpty()) {
            return 0;
        }
        Map<String, BigDecimal> spent = spent(dates, programme);
        List<TierChange> changes = new ArrayList<>();
        for (Account account : accounts) {
            LocalDate date = dates.get(account.customer());
            if (date == null) {
                continue;
            }
            BigDecimal spend = Objects.requireNonNull(spent.get(account.customer()));
            TierChange change = TierChange.of(account, spend, date, programme);
            if (change != null) {
                changes.add(change);
            }
        }
        if (changes.isEmpty()) {
            return 0;
        }
        List<TierChange> made = table.change(changes);
        events.announce(made.stream().map(change -> change.account().customer()).toList());
        return made.size();
    }

    /** What each person spent, with whatever code. */
    private Map<String, BigDecimal> spent(Map<String, LocalDate> dates, Programme programme) {
        Map<String, List<String>> codes = customers.codesOf(dates.keySet());
        Map<String, LocalDate> upTo = new HashMap<>();
        codes.forEach(
                (customer, all) -> all.forEach(code -> upTo.put(code, Objects.requireNonNull(dates.get(customer)))));
        Map<String, BigDecimal> byCode = purchases.spent(upTo, programme.currency(), Programme.SPEND_MONTHS);
        Map<String, BigDecimal> spent = new HashMap<>();
        codes.forEach((customer, all) -> spent.put(
                customer,
                all.stream()
                        .map(code -> byCode.getOrDefault(code, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
        return spent;
    }
}
