package io.storehouse.shop.summary;

import io.storehouse.shop.stores.BusinessTime;
import io.storehouse.shop.stores.Store;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sums up sales, by three statements however long the period is. */
@Component
class Summaries {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Summaries(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What is to be summed up.
     *
     * @param stores none for nothing
     */
    record Question(List<Store> stores, Comparison.Period period, Grouping grouping, Comparison comparison) {
        LocalDate beforeFrom() {
            return comparison.before(period.from(), period);
        }

        LocalDate beforeTo() {
            return comparison.before(period.to(), period);
        }
    }

    /** The rows of the grouping: in time's order, else the best first; one currency after the other. */
    List<Line> rows(Question question) {
        return read(question, question.grouping());
    }

    /** One row a currency. */
    List<Line> totals(Question question) {
        return read(question, Grouping.ALL);
    }

    private List<Line> read(Question question, Grouping grouping) {
        return question.stores().isEmpty()
                ? List.of()
                : jdbc.sql(SummarySql.rows(question, grouping))
                        .params(parameters(question))
                        .query((row, number) -> line(row, grouping))
                        .list();
    }

    /** What was paid and refunded, by currency and tender. */
    List<Tender> tenders(Question question) {
        return question.stores().isEmpty()
                ? List.of()
                : jdbc.sql(SummarySql.TENDERS)
                        .params(parameters(question))
                        .query((row, number) -> new Tender(
                                row.getString("currency"),
                                row.getString("tender"),
                                row.getBigDecimal("sales"),
                                row.getBigDecimal("refunds"),
                                row.getBigDecimal("net")))
                        .list();
    }

    private Map<String, Object> parameters(Question question) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("stores", question.stores().stream().map(Store::id).toList());
        parameters.put("from", question.period().from());
        parameters.put("to", question.period().to());
        parameters.put("beforeFrom", question.beforeFrom());
        parameters.put("beforeTo", question.beforeTo());
        Instant now = clock.instant();
        parameters.put(
                "clocks",
                json.writeValueAsString(question.stores().stream()
                        .map(store -> StoreClock.of(store, now))
                        .toList()));
        return parameters;
    }

    /**
     * How far a store's business day has come.
     *
     * @param elapsed seconds since its start
     */
    private record StoreClock(int store, String today, long elapsed) {
        static StoreClock of(Store store, Instant now) {
            BusinessTime time = store.businessTimeOf(now);
            return new StoreClock(
                    store.id(),
                    time.date().toString(),
                    Math.floorMod(
                            Duration.between(store.dayStart(), time.time()).toSeconds(),
                            Duration.ofDays(1).toSeconds()));
        }
    }

    private static Line line(ResultSet row, Grouping grouping) throws SQLException {
        boolean whole = grouping.ofDocuments();
        return new Line(
                row.getString("grp"),
                row.getString("title"),
                row.getString("currency"),
                row.getLong("orders"),
                row.getLong("returns"),
                row.getBigDecimal("gross"),
                row.getBigDecimal("discount"),
                row.getBigDecimal("refunds"),
                row.getBigDecimal("tax_in_prices"),
                row.getBigDecimal("net"),
                row.getBigDecimal("tax"),
                row.getBigDecimal("total"),
                whole ? row.getBigDecimal("gift_cards") : null,
                whole ? row.getBigDecimal("rounding") : null,
                whole ? row.getBigDecimal("paid") : null,
                row.getInt("net_rank"),
                row.getBigDecimal("running_net"),
                row.getBigDecimal("share"),
                row.getLong("orders_before"),
                row.getBigDecimal("net_before"),
                row.getBigDecimal("change_of_net"));
    }

    /**
     * A row: gross − discount − refunds − taxInPrices = net, net + tax = total, total + giftCards + rounding = paid. Amounts have 4 places.
     *
     * @param grp of {@link Grouping#key}
     * @param title what people call the group; empty where the key says it
     * @param orders that fall to the group, also in part; one that sold only gift cards is none
     * @param refunds what returns gave back of the prices
     * @param taxInPrices the tax that prices include, less that of returns
     * @param tax all tax, in prices or on top, less that of returns
     * @param giftCards what gift cards were sold for, less those taken back: money owed, in none of the sums before; null as rounding
     * @param paid Σ payments − Σ refunds; null where documents fall to several groups, and so is rounding
     * @param rank 1 for the highest net of its currency; equal ones share it
     * @param runningNet Σ net of the rows of its currency down to this one
     * @param share of the currency's net, in percent with 2 places; null where that is 0
     * @param ordersBefore of the period of comparison
     * @param netBefore of the period of comparison
     * @param change of the net, in percent with 2 places; null where nothing was before
     */
    record Line(
            String grp,
            String title,
            String currency,
            long orders,
            long returns,
            BigDecimal gross,
            BigDecimal discount,
            BigDecimal refunds,
            BigDecimal taxInPrices,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal total,
            @Nullable BigDecimal giftCards,
            @Nullable BigDecimal rounding,
            @Nullable BigDecimal paid,
            int rank,
            BigDecimal runningNet,
            @Nullable BigDecimal share,
            long ordersBefore,
            BigDecimal netBefore,
            @Nullable BigDecimal change) {}

    /** A tender of a currency: sales − refunds = net. */
    record Tender(String currency, String tender, BigDecimal sales, BigDecimal refunds, BigDecimal net) {}
}
