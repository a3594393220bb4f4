package io.storehouse.shop.purchasing;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.SupplierChanged;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Suppliers, as they are now. */
@Component
class SupplierTable {
    private static final String SELECT = "select code, name, lead_time_days, terms from supplier ";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    SupplierTable(JdbcClient jdbc, Transactions transactions, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
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
            jdbc.sql("""
                    insert into supplier (code, name, lead_time_days, terms) values (:code, :name, :days, :terms)
                    on duplicate key update
                        name = values(name),
                        lead_time_days = values(lead_time_days),
                        terms = values(terms)
                    """)
                    .param("code", supplier.code())
                    .param("name", supplier.name())
                    .param("days", supplier.leadTimeDays())
                    .param("terms", supplier.terms())
                    .update();
            outbox.append(List.of(OutboxMessage.of(
                    EventType.SUPPLIER_CHANGED,
                    Topic.REFERENCE,
                    supplier.code(),
                    clock.instant(),
                    new SupplierChanged(supplier.code(), supplier.name(), supplier.leadTimeDays()))));
            return supplier;
        });
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
