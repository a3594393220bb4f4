package io.storehouse.shop.stores;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.contracts.events.StoreChanged;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoreTable implements Stores {
    private static final String SELECT =
            "select id, code, name, time_zone, currency, day_start, cash_step, prices_include_tax, tax_rounding"
                    + " from store ";
    private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final StoreUse use;
    private final Clock clock;

    StoreTable(JdbcClient jdbc, Outbox outbox, StoreUse use, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.use = use;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Store define(StoreDefinition definition) {
        Optional<Store> before = one(definition.code(), "for update");
        if (before.filter(store -> definitionOf(store).equals(definition)).isPresent()) {
            return before.get();
        }
        before.filter(store -> !store.currency().equals(definition.currency()))
                .filter(store -> use.hasAmounts(store.id()))
                .ifPresent(store -> {
                    throw new ShopException(
                            StoreError.CURRENCY_IN_USE,
                            "Cannot change the currency of " + store.code() + ": it has sales or returns in "
                                    + store.currency().getCurrencyCode());
                });
        jdbc.sql("""
                insert into store (code, name, time_zone, currency, day_start, cash_step, prices_include_tax, tax_rounding)
                values (:code, :name, :zone, :currency, :dayStart, :cashStep, :included, :rounding)
                on duplicate key update
                    name = values(name),
                    time_zone = values(time_zone),
                    currency = values(currency),
                    day_start = values(day_start),
                    cash_step = values(cash_step),
                    prices_include_tax = values(prices_include_tax),
                    tax_rounding = values(tax_rounding)
                """)
                .param("code", definition.code())
                .param("name", definition.name())
                .param("zone", definition.timeZone().getId())
                .param("currency", definition.currency().getCurrencyCode())
                .param("dayStart", definition.dayStart())
                .param("cashStep", definition.cashStep())
                .param("included", definition.taxes().included())
                .param("rounding", definition.taxes().rounding().code())
                .update();
        announce(definition);
        return require(definition.code());
    }

    @Override
    public Optional<Store> find(String code) {
        return one(code, "");
    }

    @Override
    public Store require(String code) {
        return find(code).orElseThrow(() -> unknown(Set.of(code)));
    }

    @Override
    public Map<String, Store> require(Collection<String> codes) {
        Set<String> wanted = new HashSet<>(codes);
        Map<String, Store> found =
                jdbc
                        .sql(SELECT + "where code in (:codes)")
                        .param("codes", wanted)
                        .query(StoreTable::store)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Store::code, Function.identity()));
        wanted.removeAll(found.keySet());
        if (!wanted.isEmpty()) {
            throw unknown(wanted);
        }
        return found;
    }

    @Override
    public List<Store> all() {
        return in(StoreScope.everywhere());
    }

    @Override
    public List<Store> in(StoreScope scope) {
        StoreScope.Condition own = scope.onCode("code");
        return jdbc.sql(SELECT + "where " + own.sql() + " order by code")
                .params(own.parameters())
                .query(StoreTable::store)
                .list();
    }

    private Optional<Store> one(String code, String lock) {
        return jdbc.sql(SELECT + "where code = :code " + lock)
                .param("code", code)
                .query(StoreTable::store)
                .optional();
    }

    private void announce(StoreDefinition definition) {
        Instant now = clock.instant();
        StoreChanged payload = new StoreChanged(
                definition.code(),
                definition.name(),
                definition.timeZone().getId(),
                definition.currency().getCurrencyCode(),
                HOUR_MINUTE.format(definition.dayStart()),
                definition.cashStep(),
                definition.taxes().included(),
                definition.taxes().rounding().code());
        Envelope<StoreChanged> envelope = new Envelope<>(
                UUID.randomUUID().toString(),
                EventType.STORE_CHANGED.code(),
                OutboxMessage.SCHEMA_VERSION,
                now,
                now,
                definition.code(),
                null,
                null,
                payload);
        outbox.append(List.of(new OutboxMessage(Topic.REFERENCE, definition.code(), envelope)));
    }

    private static ShopException unknown(Set<String> codes) {
        return new ShopException(
                StoreError.UNKNOWN_STORE,
                "Unknown store: " + String.join(", ", codes),
                Map.of("stores", List.copyOf(codes)));
    }

    private static StoreDefinition definitionOf(Store store) {
        return new StoreDefinition(
                store.code(),
                store.name(),
                store.timeZone(),
                store.currency(),
                store.dayStart(),
                store.cashStep(),
                store.taxes());
    }

    private static Store store(ResultSet row, int number) throws SQLException {
        return new Store(
                row.getInt("id"),
                row.getString("code"),
                row.getString("name"),
                ZoneId.of(row.getString("time_zone")),
                Currency.getInstance(row.getString("currency")),
                row.getObject("day_start", LocalTime.class),
                row.getBigDecimal("cash_step"),
                new TaxTerms(
                        row.getBoolean("prices_include_tax"),
                        TaxTerms.Rounding.ofCode(row.getString("tax_rounding")).orElseThrow()));
    }
}
