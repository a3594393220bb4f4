package io.storehouse.shop.customers;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.CustomerChanged;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CustomerTable implements Customers {
    private static final int CODE_LENGTH = 64;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Outbox outbox;
    private final Clock clock;
    private final Transactions transactions;

    CustomerTable(JdbcClient jdbc, Rows rows, Outbox outbox, Clock clock, Transactions transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void register(Collection<String> codes) {
        codes.forEach(CustomerTable::check);
        if (!codes.isEmpty()) {
            transactions.inOne(() -> add(codes));
        }
    }

    private int add(Collection<String> codes) {
        Set<String> added = new TreeSet<>(codes);
        added.removeAll(known(added));
        rows.write(
                Rows.insert("customer", "code"),
                added.stream().map(code -> new Object[] {code}).toList());
        Instant now = clock.instant();
        outbox.append(added.stream()
                .map(code -> OutboxMessage.of(
                        EventType.CUSTOMER_CHANGED, Topic.REFERENCE, code, now, new CustomerChanged(code)))
                .toList());
        return added.size();
    }

    List<String> page(String after, int limit) {
        return jdbc.sql("select code from customer where code > :after order by code limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    Set<String> known(Collection<String> codes) {
        return new HashSet<>(jdbc.sql("select code from customer where code in (:codes)")
                .param("codes", codes)
                .query(String.class)
                .list());
    }

    private static void check(String code) {
        if (code.isBlank() || code.length() > CODE_LENGTH) {
            throw new ShopException(CustomerError.INVALID_CUSTOMER, "Invalid customer code: '" + code + "'");
        }
    }
}
