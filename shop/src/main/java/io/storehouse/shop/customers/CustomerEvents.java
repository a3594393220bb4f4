package io.storehouse.shop.customers;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.CustomerChanged;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Announces customers in full, without personal data. */
@Component
public class CustomerEvents {
    private final CustomerAccounts accounts;
    private final ConsentTable consents;
    private final Outbox outbox;
    private final Clock clock;

    CustomerEvents(CustomerAccounts accounts, ConsentTable consents, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.consents = consents;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Sends what the customers are now, in order of text, in a fixed number of statements of the running transaction.
     *
     * @param codes current codes, none that was merged away
     */
    public void announce(Collection<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        Map<String, Standing> standings = accounts.standings(codes);
        Map<String, List<String>> granted = consents.granted(codes);
        Instant now = clock.instant();
        outbox.append(new TreeSet<>(codes)
                .stream()
                        .map(code -> changed(
                                code,
                                standings.getOrDefault(code, Standing.NONE),
                                granted.getOrDefault(code, List.of()),
                                now))
                        .toList());
    }

    static OutboxMessage changed(String code, Standing standing, List<String> consents, Instant now) {
        return OutboxMessage.of(
                EventType.CUSTOMER_CHANGED,
                Topic.REFERENCE,
                code,
                now,
                new CustomerChanged(code, standing.tier(), standing.memberSince(), consents));
    }
}
