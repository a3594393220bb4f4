package io.storehouse.shop.customers;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.CustomerMerged;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Makes one of two customers who are one person. Facts keep their codes; who that is now is a link. */
@Component
class Merge {
    private final CustomerTable customers;
    private final PersonalTable personal;
    private final CustomerAccounts accounts;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    Merge(
            CustomerTable customers,
            PersonalTable personal,
            CustomerAccounts accounts,
            Outbox outbox,
            Transactions transactions,
            Clock clock) {
        this.customers = customers;
        this.personal = personal;
        this.accounts = accounts;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Merges one customer into whoever the other is now; again it does nothing.
     *
     * @return the one that was merged, with its new current code
     * @throws ShopException {@code merge-cycle} when the other is the one itself, {@code already-merged} when the one is
     *     somebody else already, {@code customer-erased}, {@code customer-not-found}
     */
    Customer merge(String code, String other) {
        return transactions.inOne(() -> {
            Map<String, Customer> people = customers.lock(new TreeSet<>(List.of(code, other)));
            Customer from = Objects.requireNonNull(people.get(code));
            Customer into = Objects.requireNonNull(people.get(other));
            boolean done = !from.current().equals(code) && from.current().equals(into.current());
            if (!done) {
                check(from, into);
                merge(from, into);
            }
            return new Customer(code, into.current(), from.erased());
        });
    }

    private static void check(Customer from, Customer into) {
        if (from.code().equals(into.current())) {
            throw new ShopException(
                    CustomerError.MERGE_CYCLE,
                    "Cannot merge " + from.code() + " into " + into.code() + ": that is " + from.code() + " itself");
        }
        if (!from.current().equals(from.code())) {
            throw new ShopException(
                    CustomerError.ALREADY_MERGED,
                    "Cannot merge " + from.code() + ": it is " + from.current() + " now; merge that",
                    Map.of("current", from.current()));
        }
        if (from.erased() || into.erased()) {
            throw CustomerTable.erased(from.erased() ? from.code() : into.code());
        }
    }

    private void merge(Customer from, Customer into) {
        Instant now = clock.instant();
        List<String> codes =
                Objects.requireNonNull(customers.codesOf(Set.of(from.code())).get(from.code()));
        customers.link(from.code(), into.code(), into.current(), now);
        mergePersonalData(from.code(), into.current());
        accounts.merge(from.code(), into.current(), now);
        outbox.append(List.of(OutboxMessage.of(
                EventType.CUSTOMER_MERGED,
                Topic.REFERENCE,
                from.code(),
                now,
                new CustomerMerged(from.code(), into.current(), List.copyOf(new TreeSet<>(codes))))));
    }

    /** The one that stays keeps its own, and takes what it lacks. */
    private void mergePersonalData(String from, String into) {
        Map<String, PersonalData> data = personal.find(List.of(from, into));
        PersonalData moved = data.get(from);
        if (moved != null) {
            personal.erase(List.of(from));
            PersonalData own = data.getOrDefault(into, new PersonalData(null, null, null, null));
            personal.write(new TreeMap<>(Map.of(into, own.orElse(moved))));
        }
    }
}
