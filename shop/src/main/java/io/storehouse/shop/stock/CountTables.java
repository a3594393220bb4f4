package io.storehouse.shop.stock;

import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of stocktakes. */
@Component
class CountTables {
    private static final String SELECT = """
            select c.id, c.uuid, c.reference, c.store_id, s.code as store, c.state, c.occurred_at, c.recorded_at
            from stock_count c
            join store s on s.id = c.store_id
            """;
    private static final String INSERT = Rows.insert(
            "stock_count",
            "id",
            "uuid",
            "reference",
            "store_id",
            "state",
            "occurred_at",
            "recorded_at",
            "business_date");
    private static final String INSERT_LINE = Rows.insert("stock_count_line", "count_id", "sku", "counted", "book");

    /** One statement sees one state: the moves that it takes off are in the balance. Counts correct the books of all times. */
    private static final String BOOK = """
            select b.version, b.on_hand - coalesce((
                    select sum(m.quantity)
                    from stock_move m
                    where m.store_id = b.store_id and m.sku = b.sku and m.version <= b.version
                        and m.kind <> 'count' and m.occurred_at > :at), 0) as book
            from stock_balance b
            where b.store_id = :store and b.sku = :sku
            """;

    /** What was recorded since, and had happened before or corrected the books. */
    private static final String REBASED = """
            select e.sku, e.quantity, e.book + coalesce((
                    select sum(m.quantity)
                    from stock_move m
                    where m.store_id = :store and m.sku = e.sku and m.version > e.version
                        and (m.kind = 'count' or m.occurred_at <= e.counted_at)), 0) as book
            from stock_count_entry e
            where e.count_id = :count
            order by e.sku, e.place
            """;

    private final JdbcClient jdbc;
    private final Rows rows;

    CountTables(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void insert(List<Dated<OpenCount>> documents) {
        rows.write(
                INSERT,
                documents.stream()
                        .map(document -> new @Nullable Object[] {
                            document.key(),
                            document.command().id(),
                            document.command().reference(),
                            document.store().id(),
                            Count.OPEN,
                            Rows.utc(document.command().occurredAt()),
                            Rows.utc(document.recordedAt()),
                            document.businessTime().date()
                        })
                        .toList());
    }

    Optional<Count> find(UUID id) {
        return jdbc.sql(SELECT + "where c.uuid = :id")
                .param("id", id.toString())
                .query((row, number) -> count(row))
                .optional();
    }

    /** At most that many. */
    List<Count> page(DocumentFilter filter, int limit) {
        return jdbc.sql(SELECT.replace(
                                "stock_count c", "stock_count c force index (" + filter.index("stock_count") + ")")
                        + filter.page("stock_count", "c").sql())
                .params(filter.page("stock_count", "c").parameters())
                .param("limit", limit)
                .query((row, number) -> count(row))
                .list();
    }

    /** Keeps the count open until the transaction ends; false when it is not open. */
    boolean holdOpen(Count count) {
        return jdbc.sql("select state = 'open' from stock_count where id = :id lock in share mode")
                .param("id", count.key())
                .query(Boolean.class)
                .single();
    }

    /** Ends the count; false when it is not open. */
    boolean close(Count count, String state) {
        return jdbc.sql("update stock_count set state = :state where id = :id and state = 'open'")
                        .param("state", state)
                        .param("id", count.key())
                        .update()
                == 1;
    }

    /** The balance's version, and what was on hand at that time. */
    Book book(int storeId, String sku, Instant at) {
        return jdbc.sql(BOOK)
                .param("store", storeId)
                .param("sku", sku)
                .param("at", Rows.utc(at))
                .query(Book.class)
                .optional()
                .orElse(new Book(0, BigDecimal.ZERO));
    }

    /** Keeps the first entry of its SKU and place; false when there is one. */
    boolean add(Count count, EnterCount entry, Book book, Instant recordedAt) {
        return jdbc.sql("""
                insert ignore into stock_count_entry (
                    count_id, sku, place, uuid, counter, quantity, counted_at, recorded_at, version, book)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                        .params(
                                count.key(),
                                entry.sku(),
                                entry.place(),
                                entry.id().toString(),
                                entry.counter(),
                                entry.quantity(),
                                Rows.utc(entry.countedAt()),
                                Rows.utc(recordedAt),
                                book.version(),
                                book.book())
                        .update()
                == 1;
    }

    /** Puts the entry in the place of the one that it replaces; false when that is not there any more. */
    boolean replace(Count count, EnterCount entry, Book book, Instant recordedAt) {
        return jdbc.sql("""
                update stock_count_entry
                set uuid = ?, counter = ?, quantity = ?, counted_at = ?, recorded_at = ?, version = ?, book = ?
                where count_id = ? and sku = ? and place = ? and uuid = ?
                """)
                        .params(
                                entry.id().toString(),
                                entry.counter(),
                                entry.quantity(),
                                Rows.utc(entry.countedAt()),
                                Rows.utc(recordedAt),
                                book.version(),
                                book.book(),
                                count.key(),
                                entry.sku(),
                                entry.place(),
                                String.valueOf(entry.replaces()))
                        .update()
                == 1;
    }

    /** Makes those wait, in the order of all, who move what was counted; that of a SKU which never moved is opened for it. */
    void lockBalances(Count count) {
        jdbc.sql("""
                insert ignore into stock_balance (store_id, sku)
                select distinct :store, e.sku
                from stock_count_entry e
                where e.count_id = :count
                    and not exists (select 1 from stock_balance b where b.store_id = :store and b.sku = e.sku)
                order by e.sku
                """)
                .param("count", count.key())
                .param("store", count.storeId())
                .update();
        jdbc.sql("""
                select straight_join b.sku
                from (select distinct sku from stock_count_entry where count_id = :count order by sku) e
                join stock_balance b on b.store_id = :store and b.sku = e.sku
                for update
                """)
                .param("count", count.key())
                .param("store", count.storeId())
                .query(String.class)
                .list();
    }

    /** The entries with the books at their times, by SKU. */
    List<Count.Entry> rebased(Count count) {
        return jdbc.sql(REBASED)
                .param("store", count.storeId())
                .param("count", count.key())
                .query(Count.Entry.class)
                .list();
    }

    void insertLines(Count count, List<Count.Line> lines) {
        List<@Nullable Object[]> parameters = new ArrayList<>();
        lines.forEach(
                line -> parameters.add(new @Nullable Object[] {count.key(), line.sku(), line.counted(), line.book()}));
        rows.write(INSERT_LINE, parameters);
    }

    /** At most that many entries after that SKU and place. */
    List<Count.Entered> entries(Count count, String afterSku, String afterPlace, int limit) {
        return jdbc.sql("""
                select sku, place, uuid, counter, quantity, book, counted_at, recorded_at
                from stock_count_entry
                where count_id = :count and (sku > :sku or sku = :sku and place > :place)
                order by sku, place limit :limit
                """)
                .param("count", count.key())
                .param("sku", afterSku)
                .param("place", afterPlace)
                .param("limit", limit)
                .query((row, number) -> new Count.Entered(
                        row.getString("sku"),
                        row.getString("place"),
                        UUID.fromString(row.getString("uuid")),
                        row.getString("counter"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("book"),
                        Rows.instant(row.getObject("counted_at", LocalDateTime.class)),
                        Rows.instant(row.getObject("recorded_at", LocalDateTime.class))))
                .list();
    }

    /** At most that many results of a finished count, after that SKU. */
    List<Count.Line> lines(Count count, String after, int limit) {
        return jdbc.sql("""
                select sku, counted, book from stock_count_line
                where count_id = :count and sku > :sku order by sku limit :limit
                """)
                .param("count", count.key())
                .param("sku", after)
                .param("limit", limit)
                .query(Count.Line.class)
                .list();
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                row.getString("reference"),
                row.getInt("store_id"),
                row.getString("store"),
                row.getString("state"),
                Rows.instant(row.getObject("occurred_at", LocalDateTime.class)),
                Rows.instant(row.getObject("recorded_at", LocalDateTime.class)));
    }

    /** The books of one SKU at some time, by the moves up to that version. */
    record Book(long version, BigDecimal book) {}
}
