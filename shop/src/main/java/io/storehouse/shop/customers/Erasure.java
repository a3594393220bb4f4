package io.storehouse.shop.customers;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.CustomerErased;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Forgets people. Facts keep their codes, which then stand for nobody. */
@Component
class Erasure {
    private final CustomerTable customers;
    private final ConsentTable consents;
    private final List<PersonalTrace> traces;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    Erasure(
            CustomerTable customers,
            ConsentTable consents,
            List<PersonalTrace> traces,
            Outbox outbox,
            Transactions transactions,
            Clock clock) {
        this.customers = customers;
        this.consents = consents;
        this.traces = traces;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Forgets the person of that code, whatever code it is of hers; again it does nothing. */
    Customer erase(String code) {
        return transactions.inOne(() -> {
            Customer customer =
                    Objects.requireNonNull(customers.lock(Set.of(code)).get(code));
            return customer.erased() ? customer : erase(customer);
        });
    }

    private Customer erase(Customer customer) {
        String current = customer.current();
        List<String> codes =
                Objects.requireNonNull(customers.codesOf(Set.of(current)).get(current));
        Instant now = clock.instant();
        traces.forEach(trace -> trace.erase(codes));
        consents.insert(consents.now(current).stream()
                .filter(Consent::granted)
                .map(granted -> new Consent(
                        UUID.randomUUID(),
                        current,
                        granted.purpose(),
                        false,
                        ConsentSource.ERASURE.code(),
                        granted.occurredAt().isAfter(now) ? granted.occurredAt() : now,
                        now,
                        false))
                .toList());
        customers.markErased(codes, now);
        outbox.append(List.of(OutboxMessage.of(
                EventType.CUSTOMER_ERASED,
                Topic.REFERENCE,
                current,
                now,
                new CustomerErased(current, List.copyOf(new TreeSet<>(codes))))));
        return new Customer(customer.code(), current, true);
    }
}
