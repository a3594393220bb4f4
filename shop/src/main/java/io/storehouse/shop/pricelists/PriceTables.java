package io.storehouse.shop.pricelists;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.stores.Store;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The entries of price lists. They are only ever added; when one ends is told by the next. */
@Component
class PriceTables {
    /** The chain's own list. */
    private static final int CHAIN = 0;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private static final String INSERT =
            Rows.insert("price_change", "id", "uuid", "store_id", "valid_from", "recorded_at", "changed_by", "reason");
    private static final String INSERT_ENTRY =
            Rows.insert("price_entry", "sku", "store_id", "valid_from", "change_id", "price");
    /**
     * For each SKU one step back in the index of each list, past what is only scheduled, however long their histories are. The
     * limit keeps the steps from being taken again for each join.
     */
    static final String AT = """
            select w.question, w.sku, own.price as own_price, own.valid_from as own_from, own_change.uuid as own_uuid,
                chain.price as chain_price, chain.valid_from as chain_from, chain_change.uuid as chain_uuid
            from (
                select s.question, s.sku,
                    (select o.change_id from price_entry o
                        where o.sku = s.sku and o.store_id = s.store and o.valid_from <= s.moment
                        order by o.valid_from desc, o.change_id desc limit 1) as own_id,
                    (select c.change_id from price_entry c
                        where c.sku = s.sku and c.store_id = 0 and c.valid_from <= s.moment
                        order by c.valid_from desc, c.change_id desc limit 1) as chain_id
                from json_table(:wanted, '$[*]' columns (
                    question int path '$.question',
                    store int path '$.store',
                    moment datetime(6) path '$.moment',
                    sku varchar(64) character set utf8mb4 collate utf8mb4_bin path '$.sku')) s
                limit 1000000
            ) w
            left join price_entry own force index (price_entry_change) on own.change_id = w.own_id and own.sku = w.sku
            left join price_change own_change on own_change.id = w.own_id
            left join price_entry chain force index (price_entry_change) on chain.change_id = w.chain_id and chain.sku = w.sku
            left join price_change chain_change on chain_change.id = w.chain_id
            """;

    private static final String HISTORY = """
            select * from (
                select c.uuid, e.change_id, e.price, e.valid_from,
                    lead(e.valid_from) over (order by e.valid_from, e.change_id) as valid_to,
                    c.recorded_at, c.changed_by, c.reason
                from price_entry e
                join price_change c on c.id = e.change_id
                where e.sku = :sku and e.store_id = :store
            ) history
            where (valid_from, change_id) < (:from, :change)
            order by valid_from desc, change_id desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Rows rows;

    PriceTables(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void insert(List<PriceChanges.Change> changes) {
        List<@Nullable Object[]> headers = new ArrayList<>();
        List<@Nullable Object[]> entries = new ArrayList<>();
        for (PriceChanges.Change change : changes) {
            int list = change.store() == null ? CHAIN : change.store().id();
            LocalDateTime from = Rows.utc(change.validFrom());
            headers.add(new @Nullable Object[] {
                change.key(),
                change.command().id(),
                list,
                from,
                Rows.utc(change.recordedAt()),
                change.command().changedBy(),
                change.command().reason()
            });
            change.command()
                    .lines()
                    .forEach(line ->
                            entries.add(new @Nullable Object[] {line.sku(), list, from, change.key(), line.price()}));
        }
        rows.write(INSERT, headers);
        rows.write(INSERT_ENTRY, entries);
    }

    List<Map<String, Price>> at(List<PriceQuestion> questions) {
        List<Map<String, Price>> found = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (PriceQuestion question : questions) {
            String moment = MOMENT.format(Rows.utc(question.at()));
            question.skus()
                    .forEach(sku ->
                            wanted.add(new Wanted(found.size(), question.store().id(), moment, sku)));
            found.add(new TreeMap<>());
        }
        if (!wanted.isEmpty()) {
            jdbc.sql(AT)
                    .param("wanted", JsonMapper.shared().writeValueAsString(wanted))
                    .query(row -> {
                        Price price = price(row);
                        if (price != null) {
                            found.get(row.getInt("question")).put(price.sku(), price);
                        }
                    });
        }
        return found;
    }

    /** The store's list speaks before the chain's; null where neither says anything. */
    private static @Nullable Price price(ResultSet row) throws SQLException {
        String list = row.getBigDecimal("own_price") == null ? "chain" : "own";
        BigDecimal amount = row.getBigDecimal(list + "_price");
        if (amount == null) {
            return null;
        }
        return new Price(
                row.getString("sku"),
                amount,
                list.equals("own") ? Price.Source.STORE : Price.Source.CHAIN,
                Rows.instant(row.getObject(list + "_from", LocalDateTime.class)),
                UUID.fromString(row.getString(list + "_uuid")));
    }

    /** A SKU of a question, as the statement reads it. */
    record Wanted(int question, int store, String moment, String sku) {}

    /**
     * What a list has said and will say of a SKU, the last first. An entry whose time is empty was overtaken by a later word
     * for the same instant.
     *
     * @param validTo null for as long as nothing else is said
     */
    record Entry(
            UUID change,
            @Nullable BigDecimal price,
            Instant validFrom,
            @Nullable Instant validTo,
            Instant recordedAt,
            String changedBy,
            String reason,
            String cursor) {}

    List<Entry> history(@Nullable Store store, String sku, HistoryPlace before, int limit) {
        return jdbc.sql(HISTORY)
                .param("sku", sku)
                .param("store", store == null ? CHAIN : store.id())
                .param("from", Rows.utc(before.validFrom()))
                .param("change", before.change())
                .param("limit", limit)
                .query((row, number) -> {
                    Instant from = Rows.instant(row.getObject("valid_from", LocalDateTime.class));
                    LocalDateTime to = row.getObject("valid_to", LocalDateTime.class);
                    return new Entry(
                            UUID.fromString(row.getString("uuid")),
                            row.getBigDecimal("price"),
                            from,
                            to == null ? null : Rows.instant(to),
                            Rows.instant(row.getObject("recorded_at", LocalDateTime.class)),
                            row.getString("changed_by"),
                            row.getString("reason"),
                            new HistoryPlace(from, row.getLong("change_id")).text());
                })
                .list();
    }
}
