package io.storehouse.shop.catalogue;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.TaxClassChanged;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tax classes and the history of their rates. Whoever changes a class has locked its row. */
@Component
class TaxClassTable implements TaxRates {
    /** Where a business date begins first. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    TaxClassTable(JdbcClient jdbc, Transactions transactions, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes or renames a class. */
    TaxClass define(String code, String name) {
        return transactions.inOne(() -> {
            Optional<String> before = lock(code);
            if (before.filter(name::equals).isPresent()) {
                return one(code);
            }
            jdbc.sql("""
                    insert into tax_class (code, name) values (:code, :name)
                    on duplicate key update name = values(name)
                    """).param("code", code).param("name", name).update();
            TaxClass taxClass = one(code);
            announce(taxClass);
            return taxClass;
        });
    }

    /**
     * Sets the rate from a date on. What has begun anywhere stays: only a class's first rate may begin in the past.
     *
     * @throws ShopException {@code tax-rate-fixed}
     */
    TaxClass rate(String code, TaxClass.Rate rate) {
        return transactions.inOne(() -> {
            if (lock(code).isEmpty()) {
                throw missing(code);
            }
            TaxClass before = one(code);
            if (before.rates().contains(rate)) {
                return before;
            }
            LocalDate today = clock.instant().atOffset(EASTERNMOST).toLocalDate();
            boolean begun = !rate.validFrom().isAfter(today);
            if (begun && !before.rates().isEmpty()) {
                throw new ShopException(
                        CatalogueError.TAX_RATE_FIXED,
                        "Cannot set the rate of " + code + " from " + rate.validFrom() + ": that date has begun");
            }
            jdbc.sql("""
                    insert into tax_rate (tax_class, valid_from, percent) values (:code, :from, :percent)
                    on duplicate key update percent = values(percent)
                    """)
                    .param("code", code)
                    .param("from", rate.validFrom())
                    .param("percent", rate.percent())
                    .update();
            TaxClass after = one(code);
            announce(after);
            return after;
        });
    }

    TaxClass one(String code) {
        return read("where c.code = :code", Map.of("code", code)).stream()
                .findFirst()
                .orElseThrow(() -> missing(code));
    }

    List<TaxClass> page(String after, int limit) {
        return read(
                "where c.code in (select code from (select code from tax_class where code > :after order by code limit :limit) page)",
                Map.of("after", after, "limit", limit));
    }

    void requireKnown(String code) {
        Optional<Integer> known = jdbc.sql("select 1 from tax_class where code = :code")
                .param("code", code)
                .query(Integer.class)
                .optional();
        if (known.isEmpty()) {
            throw new ShopException(
                    CatalogueError.UNKNOWN_TAX_CLASS, "Unknown tax class: " + code, Map.of("taxClass", code));
        }
    }

    @Override
    public TaxSchedule of(Collection<String> taxClasses) {
        Map<String, NavigableMap<LocalDate, BigDecimal>> found = new TreeMap<>();
        if (!taxClasses.isEmpty()) {
            jdbc.sql("select tax_class, valid_from, percent from tax_rate where tax_class in (:classes)")
                    .param("classes", taxClasses)
                    .query(row -> {
                        found.computeIfAbsent(row.getString("tax_class"), key -> new TreeMap<>())
                                .put(row.getObject("valid_from", LocalDate.class), row.getBigDecimal("percent"));
                    });
        }
        return new TaxSchedule(found);
    }

    /** The name of the class, whose row stays locked. */
    private Optional<String> lock(String code) {
        return jdbc.sql("select name from tax_class where code = :code for update")
                .param("code", code)
                .query(String.class)
                .optional();
    }

    private List<TaxClass> read(String where, Map<String, ?> parameters) {
        Map<String, String> names = new TreeMap<>();
        Map<String, List<TaxClass.Rate>> rates = new TreeMap<>();
        jdbc.sql("""
                select c.code, c.name, r.valid_from, r.percent
                from tax_class c
                left join tax_rate r on r.tax_class = c.code
                """ + where + " order by c.code, r.valid_from")
                .params(parameters)
                .query(row -> {
                    String code = row.getString("code");
                    names.put(code, row.getString("name"));
                    List<TaxClass.Rate> own = rates.computeIfAbsent(code, key -> new ArrayList<>());
                    LocalDate from = row.getObject("valid_from", LocalDate.class);
                    if (from != null) {
                        own.add(new TaxClass.Rate(from, row.getBigDecimal("percent")));
                    }
                });
        return names.entrySet().stream()
                .map(entry ->
                        new TaxClass(entry.getKey(), entry.getValue(), rates.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private void announce(TaxClass taxClass) {
        TaxClassChanged payload = new TaxClassChanged(
                taxClass.code(),
                taxClass.name(),
                taxClass.rates().stream()
                        .map(rate -> new TaxClassChanged.Rate(rate.validFrom(), rate.percent()))
                        .toList());
        outbox.append(List.of(OutboxMessage.of(
                EventType.TAX_CLASS_CHANGED, Topic.REFERENCE, taxClass.code(), clock.instant(), payload)));
    }

    private static ShopException missing(String code) {
        return new ShopException(CatalogueError.TAX_CLASS_NOT_FOUND, "There is no tax class " + code);
    }
}
