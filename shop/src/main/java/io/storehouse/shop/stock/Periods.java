package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.events.StockPeriodClosed;
import io.storehouse.shop.audit.AuditEntry;
import io.storehouse.shop.audit.AuditLog;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when the stock of a store is closed. */
@Component
class Periods {
    private static final String OPEN = "insert ignore into stock_period (store_id) values (?)";

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    Periods(JdbcClient jdbc, Rows rows, Transactions transactions, AuditLog audit, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transactions = transactions;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Keeps the periods of the documents as they are until the transaction ends. What was taken offline and falls in a closed
     * period counts for the first open date in stock, while the order keeps its own.
     *
     * @throws ShopException {@code period-closed} where a document would move stock in a closed period
     */
    void check(List<DocumentMoves> documents) {
        Set<Integer> stores = documents.stream()
                .filter(DocumentMoves::movesGoods)
                .map(DocumentMoves::storeId)
                .collect(Collectors.toSet());
        if (stores.isEmpty()) {
            return;
        }
        Map<Integer, Optional<LocalDate>> closed = hold(stores);
        documents.stream()
                .filter(DocumentMoves::movesGoods)
                .forEach(document -> closed.getOrDefault(document.storeId(), Optional.empty())
                        .ifPresent(until -> check(document, until)));
    }

    private static void check(DocumentMoves document, LocalDate closedUntil) {
        LocalDate date = document.businessDate();
        if (date == null || date.isAfter(closedUntil)) {
            return;
        }
        if (document.offline() != null) {
            document.countFor(closedUntil.plusDays(1));
            return;
        }
        throw closed("Cannot move stock on " + date + ": the store is closed until " + closedUntil, closedUntil);
    }

    private static ShopException closed(String message, LocalDate until) {
        return new ShopException(StockError.PERIOD_CLOSED, message, Map.of("closedUntil", until.toString()));
    }

    private Map<Integer, Optional<LocalDate>> hold(Collection<Integer> stores) {
        Map<Integer, Optional<LocalDate>> found = read(stores);
        Set<Integer> missing = new HashSet<>(stores);
        missing.removeAll(found.keySet());
        if (missing.isEmpty()) {
            return found;
        }
        rows.write(
                OPEN,
                missing.stream().sorted().map(store -> new Object[] {store}).toList());
        return read(stores);
    }

    private Map<Integer, Optional<LocalDate>> read(Collection<Integer> stores) {
        Map<Integer, Optional<LocalDate>> found = new HashMap<>();
        jdbc.sql("""
                select store_id, closed_until from stock_period
                where store_id in (:stores) order by store_id lock in share mode
                """).param("stores", stores).query(row -> {
            found.put(row.getInt(1), Optional.ofNullable(row.getObject(2, LocalDate.class)));
        });
        return found;
    }

    /**
     * Closes the store's stock until that date, after everything that is being recorded; the same date again changes nothing.
     *
     * @throws ShopException {@code period-closed} when it is closed until a later date, {@code invalid-stock-document} when the
     *     date is not over
     */
    void close(Store store, LocalDate until, String by) {
        if (!until.isBefore(store.businessTimeOf(clock.instant()).date())) {
            throw StockPosting.invalid("Invalid date: " + until + " is not over in " + store.code());
        }
        transactions.inOne(() -> {
            rows.write(OPEN, List.<Object[]>of(new Object[] {store.id()}));
            int changed = jdbc.sql("""
                    update stock_period set closed_until = :until, closed_by = :by, closed_at = :at
                    where store_id = :store and (closed_until is null or closed_until < :until)
                    """)
                    .param("until", until)
                    .param("by", by)
                    .param("at", Rows.utc(clock.instant()))
                    .param("store", store.id())
                    .update();
            LocalDate now = closedUntil(store.id());
            if (changed == 0 && !until.equals(now)) {
                throw closed("Cannot close until " + until + ": the store is closed until " + now, until);
            }
            if (changed == 1) {
                audit.record(AuditEntry.of(StockAct.PERIOD_CLOSED, store.code(), until.toString()));
                outbox.append(List.of(StoreFacts.message(
                        EventType.STOCK_PERIOD_CLOSED,
                        store,
                        store.code(),
                        clock.instant(),
                        new StockPeriodClosed(until))));
            }
            return changed;
        });
    }

    /** Until when the store is closed; null when it never was. */
    @Nullable
    LocalDate closedUntil(int storeId) {
        return jdbc.sql("select closed_until from stock_period where store_id = :store and closed_until is not null")
                .param("store", storeId)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }
}
