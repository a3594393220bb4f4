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
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Suppliers, as they are now. */
@Component
class SupplierTable {
    private static final String SELECT = "select code, name, lead_time_days, terms from supplier ";

    private static final String INSERT = Rows.insert("supplier", "name", "lead_time_days", "terms", "code");
    private static final String UPDATE = "update supplier set name = ?, lead_time_days = ?, terms = ? where code = ?";

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
            Map<String, Supplier> known = lock(List.of(supplier.code()));
            if (supplier.equals(known.get(supplier.code()))) {
                return supplier;
            }
            write(List.of(supplier), known.keySet());
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

    /**
     * Writes suppliers, each new or different from what is kept, in the order of their codes, and tells of them. One that another
     * transaction makes meanwhile breaks this one off, which is then run again.
     */
    void write(List<Supplier> suppliers, Set<String> known) {
        rows.write(INSERT, parameters(suppliers, supplier -> !known.contains(supplier.code())));
        rows.write(UPDATE, parameters(suppliers, supplier -> known.contains(supplier.code())));
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

    private static List<@Nullable Object[]> parameters(List<Supplier> suppliers, Predicate<Supplier> chosen) {
        return suppliers.stream()
                .filter(chosen)
                .map(supplier -> new @Nullable Object[] {
                    supplier.name(), supplier.leadTimeDays(), supplier.terms(), supplier.code()
                })
                .toList();
    }

    Supplier one(String code) {
        return find(code)
                .orElseThrow(
                        () -> new ShopException(PurchasingError.SUPPLIER_NOT_FOUND, "There is no supplier " + code));
    }

    void requireKnown(String code) {
        if (find(code).isEmpty()) {
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

    private Optional<Supplier> find(String code) {
        return jdbc.sql(SELECT + "where code = :code")
                .param("code", code)
                .query(Supplier.class)
                .optional();
    }
}
