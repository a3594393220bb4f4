package io.storehouse.shop.catalogue;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.UnitChanged;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units, and the packs that products come in. */
@Component
class UnitTable implements Packs {
    private final JdbcClient jdbc;
    private final Rows rows;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    UnitTable(JdbcClient jdbc, Rows rows, Outbox outbox, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A unit that quantities count in. */
    record Unit(String code, String name) {}

    /** Makes or renames a unit; an event leaves only when something changed. */
    Unit define(Unit unit) {
        return transactions.inOne(() -> {
            boolean known = jdbc.sql("select code, name from unit where code = :code for update")
                    .param("code", unit.code())
                    .query(Unit.class)
                    .optional()
                    .filter(unit::equals)
                    .isPresent();
            if (!known) {
                jdbc.sql("""
                        insert into unit (code, name) values (:code, :name)
                        on duplicate key update name = values(name)
                        """)
                        .param("code", unit.code())
                        .param("name", unit.name())
                        .update();
                outbox.append(List.of(OutboxMessage.of(
                        EventType.UNIT_CHANGED,
                        Topic.REFERENCE,
                        unit.code(),
                        clock.instant(),
                        new UnitChanged(unit.code(), unit.name()))));
            }
            return unit;
        });
    }

    List<Unit> page(String after, int limit) {
        return jdbc.sql("select code, name from unit where code > :after order by code limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(Unit.class)
                .list();
    }

    /**
     * Passes if all the units are known.
     *
     * @throws ShopException {@code unknown-unit}
     */
    void requireKnown(Collection<String> codes) {
        Set<String> missing = new HashSet<>(codes);
        if (!missing.isEmpty()) {
            jdbc.sql("select code from unit where code in (:codes)")
                    .param("codes", missing)
                    .query(String.class)
                    .list()
                    .forEach(missing::remove);
        }
        if (!missing.isEmpty()) {
            throw new ShopException(
                    CatalogueError.UNKNOWN_UNIT,
                    "Unknown unit: "
                            + String.join(", ", missing.stream().sorted().toList()));
        }
    }

    @Override
    public Map<String, Map<String, BigDecimal>> of(Collection<String> skus) {
        Map<String, Map<String, BigDecimal>> found = new TreeMap<>();
        if (!skus.isEmpty()) {
            jdbc.sql("select sku, unit, factor from product_pack where sku in (:skus)")
                    .param("skus", skus)
                    .query(row -> {
                        found.computeIfAbsent(row.getString("sku"), sku -> new TreeMap<>())
                                .put(row.getString("unit"), row.getBigDecimal("factor"));
                    });
        }
        return found;
    }

    /** Replaces the packs of a product whose row the caller has locked. */
    void replace(String sku, Map<String, BigDecimal> packs) {
        jdbc.sql("delete from product_pack where sku = :sku").param("sku", sku).update();
        rows.write(
                Rows.insert("product_pack", "sku", "unit", "factor"),
                new TreeMap<>(packs)
                        .entrySet().stream()
                                .map(pack -> new @Nullable Object[] {sku, pack.getKey(), pack.getValue()})
                                .toList());
    }
}
