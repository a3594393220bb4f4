package io.storehouse.shop.customers;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class Consents implements DocumentKind<RecordConsent, Consent, Consent> {
    /** By which a client's clock may be ahead: one far ahead would outlast every later no. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Documents documents;
    private final CustomerTable customers;
    private final ConsentTable table;
    private final CustomerEvents events;
    private final Clock clock;

    Consents(Documents documents, CustomerTable customers, ConsentTable table, CustomerEvents events, Clock clock) {
        this.documents = documents;
        this.customers = customers;
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    /** Records what was said, once. */
    List<Consent> record(List<RecordConsent> commands) {
        return documents.recordOnce(this, commands);
    }

    @Override
    public String scope() {
        return "consent";
    }

    @Override
    public UUID id(RecordConsent command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(RecordConsent command) {
        return new CommandHash()
                .add(command.customer())
                .add(command.purpose().code())
                .add(command.answer().name())
                .add(command.source().code())
                .add(command.occurredAt())
                .value();
    }

    @Override
    public Class<Consent> responseType() {
        return Consent.class;
    }

    @Override
    public Consent replayed(Consent first) {
        return new Consent(
                first.id(),
                first.customer(),
                first.purpose(),
                first.granted(),
                first.source(),
                first.occurredAt(),
                first.recordedAt(),
                true);
    }

    @Override
    public void lock(List<RecordConsent> commands) {
        customers.lock(commands.stream().map(RecordConsent::customer).collect(Collectors.toSet()));
    }

    @Override
    public List<Consent> prepare(List<RecordConsent> commands) {
        Map<String, Customer> people =
                customers.find(commands.stream().map(RecordConsent::customer).collect(Collectors.toSet()));
        Instant now = clock.instant();
        return commands.stream()
                .map(command -> consent(command, Objects.requireNonNull(people.get(command.customer())), now))
                .toList();
    }

    private static Consent consent(RecordConsent command, Customer customer, Instant now) {
        if (customer.erased()) {
            throw CustomerTable.erased(customer.code());
        }
        if (command.occurredAt().isAfter(now.plus(AHEAD))) {
            throw new ShopException(
                    CustomerError.INVALID_CUSTOMER, "Invalid time: " + command.occurredAt() + " is in the future");
        }
        return new Consent(
                command.id(),
                customer.current(),
                command.purpose().code(),
                command.answer() == RecordConsent.Answer.GRANTED,
                command.source().code(),
                command.occurredAt(),
                now,
                false);
    }

    @Override
    public Consent response(Consent consent) {
        return consent;
    }

    @Override
    public void write(List<Consent> consents) {
        table.insert(consents);
        events.announce(consents.stream().map(Consent::customer).collect(Collectors.toSet()));
    }
}
