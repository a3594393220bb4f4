package io.storehouse.shop.sales;

import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tables of sales and returns say, for those who check others against them. */
@Component
public class SalesBook {
    /**
     * Everything comes from the columns of the lines, so that a line changed by hand shows. Gift cards are owed and no sale. The hash is {@link
     * io.storehouse.contracts.LineFingerprint}'s.
     */
    private static final String DAYS = """
            select
                s.code as store,
                d.business_date,
                sum(d.orders) as orders,
                sum(d.returns) as returns,
                sum(d.units) as units,
                sum(d.gross) as gross,
                sum(d.discount) as discount,
                sum(d.returned) as returned,
                sum(d.fingerprint) as fingerprint
            from (
                select
                    o.store_id,
                    o.business_date,
                    count(distinct o.id) as orders,
                    0 as returns,
                    sum(l.quantity) as units,
                    sum(round(l.quantity * l.unit_price, 4)) as gross,
                    sum(l.discount) as discount,
                    0 as returned,
                    sum(cast(conv(left(sha2(concat_ws('|', 'sale', o.uuid, l.line_no, l.sku, l.quantity, l.unit_price,
                        l.amount), 256), 15), 16, 10) as decimal(20, 0))) as fingerprint
                from sale_order o
                join sale_line l on l.order_id = o.id and not l.gift_card
                group by o.store_id, o.business_date
                union all
                select
                    r.store_id,
                    r.business_date,
                    0,
                    count(distinct r.id),
                    0,
                    0,
                    0,
                    sum(round(l.quantity * l.unit_price, 4)),
                    sum(cast(conv(left(sha2(concat_ws('|', 'return', r.uuid, l.line_no, l.sku, l.quantity, l.unit_price,
                        l.amount), 256), 15), 16, 10) as decimal(20, 0)))
                from sale_return r
                join return_line l on l.return_id = r.id and not l.gift_card
                group by r.store_id, r.business_date
            ) d
            join store s on s.id = d.store_id
            group by s.code, d.business_date
            order by s.code, d.business_date
            """;
    /** Keys are the microseconds of the recording or later, so the search begins where the instant is. */
    private static final String FIRST_AFTER = """
            select min(recorded_at)
            from (
                (select recorded_at from sale_order where id >= :key and recorded_at > :instant order by id limit 1)
                union all
                (select recorded_at from sale_return where id >= :key and recorded_at > :instant order by id limit 1)
            ) later
            """;

    private final JdbcClient jdbc;

    SalesBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All store-days with a line, as the given connection sees them, by store and date. */
    public List<DayTotal> days(JdbcClient snapshot) {
        return snapshot.sql(DAYS).query(SalesBook::day).list();
    }

    /** When the first sale or return after that instant was recorded. */
    public Optional<Instant> firstRecordedAfter(Instant instant) {
        return jdbc.sql(FIRST_AFTER)
                .param("key", ChronoUnit.MICROS.between(Instant.EPOCH, instant))
                .param("instant", Rows.utc(instant))
                .query(LocalDateTime.class)
                .optional()
                .map(Rows::instant);
    }

    private static DayTotal day(ResultSet row, int number) throws SQLException {
        return new DayTotal(
                row.getString("store"),
                row.getObject("business_date", LocalDate.class),
                row.getLong("orders"),
                row.getLong("returns"),
                row.getBigDecimal("units").setScale(3),
                money(row, "gross"),
                money(row, "discount"),
                money(row, "returned"),
                new BigInteger(row.getBigDecimal("fingerprint").toPlainString()));
    }

    private static BigDecimal money(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).setScale(4);
    }
}
