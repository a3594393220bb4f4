package io.storehouse.shop.customers;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Keeps what a person says of herself. */
@Component
class KeepPersonalData {
    private final CustomerTable customers;
    private final PersonalTable personal;
    private final Phones phones;
    private final Transactions transactions;
    private final Clock clock;

    KeepPersonalData(
            CustomerTable customers, PersonalTable personal, Phones phones, Transactions transactions, Clock clock) {
        this.customers = customers;
        this.personal = personal;
        this.phones = phones;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The data in the form in which they are kept.
     *
     * @throws ShopException {@code invalid-customer}, without the data
     */
    PersonalData formed(PersonalData.Entered entered) {
        // somewhere it is tomorrow already
        return PersonalData.of(entered, phones, LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14)));
    }

    /**
     * Makes the code known and keeps the data in place of what was kept of that person, idempotently. Where the caller sees masks
     * of what was kept, what he leaves out stays, and so does that whose mask he gives back.
     *
     * @throws ShopException {@code phone-taken}, {@code email-taken}, {@code customer-erased}, {@code
     *     invalid-customer}
     */
    void keep(String code, PersonalData.Entered entered, Caller caller) {
        transactions.inOne(() -> {
            customers.register(List.of(code));
            Customer customer =
                    Objects.requireNonNull(customers.lock(Set.of(code)).get(code));
            if (customer.erased()) {
                throw CustomerTable.erased(code);
            }
            PersonalData kept = personal.find(Set.of(customer.current())).get(customer.current());
            PersonalData.Entered meant = kept == null ? entered : kept.completed(entered, caller);
            personal.write(new TreeMap<>(Map.of(customer.current(), formed(meant))));
            return customer;
        });
    }
}
