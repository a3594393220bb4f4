package io.storehouse.shop.registers;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of shifts. Totals grow by increments only, and only while the shift is open. */
@Component
class ShiftTables {
    static final String COLUMNS = """
            select s.id, s.uuid, s.register_id, st.code as store, r.code as register, s.kind, s.currency, s.business_date,
                s.opened_at, s.opened_by, s.closed_at, s.closed_by, s.opening_float, s.paid_in, s.paid_out, s.orders,
                s.gross, s.discount, s.returns, s.returned, s.gift_cards, s.tax_added, s.rounding, s.counted
            """;
    private static final String SELECT = COLUMNS + """
            from shift s
            join register r on r.id = s.register_id
            join store st on st.id = s.store_id
            """;
    private static final String REPORT = COLUMNS + """
                , t.tender, t.sales, t.tendered, t.refunds
            from shift s
            join register r on r.id = s.register_id
            join store st on st.id = s.store_id
            left join shift_tender t on t.shift_id = s.id
            where s.uuid = :id
            order by t.tender
            """;
    private static final String INSERT = Rows.insert(
            "shift",
            "id",
            "uuid",
            "register_id",
            "store_id",
            "kind",
            "currency",
            "business_date",
            "opened_at",
            "opened_by",
            "opening_float");
    private static final String INSERT_COUNT =
            Rows.insert("shift_count", "shift_id", "purpose", "denomination", "pieces");
    private static final String INSERT_MOVE =
            Rows.insert("cash_move", "id", "uuid", "shift_id", "kind", "amount", "reason", "moved_by", "moved_at");
    private static final String GROW = """
            update shift
            set orders = orders + ?, gross = gross + ?, discount = discount + ?, returns = returns + ?,
                returned = returned + ?, gift_cards = gift_cards + ?, tax_added = tax_added + ?, rounding = rounding + ?
            where id = ? and closed_at is null
            """;
    private static final String GROW_TENDER = """
            insert into shift_tender (shift_id, tender, sales, tendered, refunds) values (?, ?, ?, ?, ?)
            on duplicate key update
                sales = sales + values(sales),
                tendered = tendered + values(tendered),
                refunds = refunds + values(refunds)
            """;

    private final JdbcClient jdbc;
    private final Rows rows;

    ShiftTables(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The open shifts of registers that are locked. */
    List<Shift.Open> open(Collection<Integer> registers) {
        return jdbc.sql("select id, register_id, kind, opened_at from shift where open_register in (:registers)")
                .param("registers", registers)
                .query((row, number) -> new Shift.Open(
                        row.getLong("id"),
                        row.getInt("register_id"),
                        ShiftKind.ofCode(row.getString("kind")),
                        Rows.instant(row.getObject("opened_at", LocalDateTime.class))))
                .list();
    }

    void insert(List<OpenedDrawer> opened) {
        rows.write(
                INSERT,
                opened.stream()
                        .map(shift -> new @Nullable Object[] {
                            shift.key(),
                            shift.id(),
                            shift.register().id(),
                            shift.store().id(),
                            shift.kind().code(),
                            shift.store().currency().getCurrencyCode(),
                            shift.businessTime().date(),
                            Rows.utc(shift.at()),
                            shift.by(),
                            shift.openingFloat().total()
                        })
                        .toList());
        opened.forEach(shift -> insertCount(shift.key(), "opening", shift.openingFloat()));
    }

    void insertCount(long shift, String purpose, Count count) {
        rows.write(
                INSERT_COUNT,
                count.pieces().entrySet().stream()
                        .map(entry -> new @Nullable Object[] {shift, purpose, entry.getKey(), entry.getValue()})
                        .toList());
    }

    /** Adds to shifts in the order of their keys. */
    void grow(Collection<ShiftGrowth> growths) {
        List<ShiftGrowth> sorted = growths.stream().sorted().toList();
        int[] counts = rows.write(GROW, sorted.stream().map(ShiftGrowth::totals).toList());
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 1) {
                throw closed("of a document");
            }
        }
        rows.write(
                GROW_TENDER,
                sorted.stream().flatMap(growth -> growth.tenders().stream()).toList());
    }

    void move(CashMove move) {
        String column = move.command().kind().column();
        int changed = jdbc.sql("update shift set " + column + " = " + column
                        + " + :amount where id = :id and closed_at is null")
                .param("amount", move.command().amount())
                .param("id", move.shift().key())
                .update();
        if (changed != 1) {
            throw closed(move.shift().id().toString());
        }
        rows.write(INSERT_MOVE, List.<@Nullable Object[]>of(new @Nullable Object[] {
            move.key(),
            move.command().id(),
            move.shift().key(),
            move.command().kind().code(),
            move.command().amount(),
            move.command().reason(),
            move.command().by(),
            Rows.utc(move.at())
        }));
    }

    void close(ShiftClosing closing) {
        int changed = jdbc.sql("""
                update shift
                set closed_at = :at, closed_by = :by, counted = :counted, expected = :expected
                where id = :id and closed_at is null
                """)
                .param("at", Rows.utc(closing.at()))
                .param("by", closing.command().by())
                .param("counted", closing.command().counted().total())
                .param("expected", closing.report().cash().expected())
                .param("id", closing.shift().key())
                .update();
        if (changed != 1) {
            throw closed(closing.shift().id().toString());
        }
        insertCount(closing.shift().key(), "closing", closing.command().counted());
    }

    Optional<Shift> find(UUID id) {
        return jdbc.sql(SELECT + "where s.uuid = :id")
                .param("id", id.toString())
                .query((row, number) -> shift(row))
                .optional();
    }

    Shift require(UUID id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    /** At most that many shifts. */
    List<Shift> page(ShiftFilter filter, int limit) {
        return jdbc.sql(COLUMNS + filter.sql())
                .params(filter.parameters())
                .param("limit", limit)
                .query((row, number) -> shift(row))
                .list();
    }

    boolean any(int storeId) {
        return jdbc.sql("select exists(select 1 from shift where store_id = :store)")
                .param("store", storeId)
                .query(Boolean.class)
                .single();
    }

    /** A shift and its tenders, read by one statement, so that they agree while sales go on. */
    ShiftReport report(UUID id) {
        List<Shift> shifts = new ArrayList<>();
        List<Shift.Tender> tenders = new ArrayList<>();
        jdbc.sql(REPORT).param("id", id.toString()).query(row -> {
            shifts.add(shift(row));
            String tender = row.getString("tender");
            if (tender != null) {
                tenders.add(new Shift.Tender(
                        tender,
                        row.getBigDecimal("sales"),
                        row.getBigDecimal("tendered"),
                        row.getBigDecimal("refunds")));
            }
        });
        if (shifts.isEmpty()) {
            throw missing(id);
        }
        return ShiftReport.of(shifts.get(0), tenders);
    }

    private static ShopException missing(UUID id) {
        return new ShopException(
                RegisterError.SHIFT_NOT_FOUND, "There is no shift " + id, Map.of("shift", id.toString()));
    }

    static ShopException closed(String what) {
        return new ShopException(RegisterError.SHIFT_CLOSED, "Cannot change the shift " + what + ": it is closed");
    }

    private static Shift shift(ResultSet row) throws SQLException {
        LocalDateTime closedAt = row.getObject("closed_at", LocalDateTime.class);
        return new Shift(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                row.getInt("register_id"),
                row.getString("store"),
                row.getString("register"),
                ShiftKind.ofCode(row.getString("kind")),
                row.getString("currency"),
                row.getObject("business_date", LocalDate.class),
                instant(row, "opened_at"),
                row.getString("opened_by"),
                closedAt == null ? null : Rows.instant(closedAt),
                row.getString("closed_by"),
                row.getBigDecimal("opening_float"),
                row.getBigDecimal("paid_in"),
                row.getBigDecimal("paid_out"),
                row.getLong("orders"),
                row.getBigDecimal("gross"),
                row.getBigDecimal("discount"),
                row.getLong("returns"),
                row.getBigDecimal("returned"),
                row.getBigDecimal("gift_cards"),
                row.getBigDecimal("tax_added"),
                row.getBigDecimal("rounding"),
                row.getBigDecimal("counted"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Rows.instant(row.getObject(column, LocalDateTime.class));
    }

    /** What documents add to one shift, the same columns for each. */
    record ShiftGrowth(long shift, @Nullable Object[] totals, List<@Nullable Object[]> tenders)
            implements Comparable<ShiftGrowth> {
        @Override
        public int compareTo(ShiftGrowth other) {
            return Long.compare(shift, other.shift);
        }
    }

    static BigDecimal zero() {
        return BigDecimal.ZERO.setScale(4);
    }
}
