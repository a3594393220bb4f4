package io.storehouse.shop.purchasing;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.SupplierChanged;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Suppliers, as they are now. */
@Component
class SupplierTable {
    private static final String SELECT = "select code, name, lead_time_days, terms from supplier ";

    private static final String WRITE = """
            insert into supplier (code, name, lead_time_days, terms) values (?, ?, ?, ?)
            on duplicate key update name = values(name), lead_time_days = values(lead_time_days), terms = values(terms)
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    SupplierTable(JdbcClient jdbc, Rows rows, Transactions transactions, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes or changes a supplier; an event leaves only when something changed. */
    Supplier define(Supplier supplier) {
        return transactions.inOne(() -> {
            if (find(supplier.code(), "for update").filter(supplier::equals).isPresent()) {
                return supplier;
            }
            write(List.of(supplier));
            return supplier;
        });
    }

    /** The known suppliers among the codes, locked, by code. */
    Map<String, Supplier> lock(Collection<String> codes) {
        return jdbc
                .sql(SELECT + "where code in (:codes) order by code for update")
                .param("codes", codes)
                .query(Supplier.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Supplier::code, Function.identity()));
    }

    /** Writes suppliers that are new or different, in the order of their codes, and tells of them. */
    void write(List<Supplier> suppliers) {
        rows.write(
                WRITE,
                suppliers.stream()
                        .map(supplier -> new @Nullable Object[] {
                            supplier.code(), supplier.name(), supplier.leadTimeDays(), supplier.terms()
                        })
                        .toList());
        Instant now = clock.instant();
        outbox.append(suppliers.stream()
                .map(supplier -> OutboxMessage.of(
                        EventType.SUPPLIER_CHANGED,
                        Topic.REFERENCE,
                        supplier.code(),
                        now,
                        new SupplierChanged(supplier.code(), supplier.name(), supplier.leadTimeDays())))
                .toList());
    }

    Supplier one(String code) {
        return find(code, "")
                .orElseThrow(
                        () -> new ShopException(PurchasingError.SUPPLIER_NOT_FOUND, "There is no supplier " + code));
    }

    void requireKnown(String code) {
        if (find(code, "").isEmpty()) {
            throw new ShopException(
                    PurchasingError.UNKNOWN_SUPPLIER, "Unknown supplier: " + code, Map.of("supplier", code));
        }
    }

    List<Supplier> page(String after, int limit) {
        return jdbc.sql(SELECT + "where code > :after order by code limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(Supplier.class)
                .list();
    }

    private Optional<Supplier> find(String code, String lock) {
        return jdbc.sql(SELECT + "where code = :code " + lock)
                .param("code", code)
                .query(Supplier.class)
                .optional();
    }
}
