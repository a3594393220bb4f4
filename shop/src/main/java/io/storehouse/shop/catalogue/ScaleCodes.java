package io.storehouse.shop.catalogue;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.ScaleCodeChanged;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How codes from scales are read, by their prefix. */
@Component
class ScaleCodes {
    private static final int PREFIX = 2;
    private static final String SELECT = "select prefix, measure, decimals from scale_code ";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    ScaleCodes(JdbcClient jdbc, Outbox outbox, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the five digits of a scale's code tell. */
    enum Measure {
        WEIGHT,
        PRICE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the codes of a prefix are read: how many of the five digits are decimals. */
    record Layout(String prefix, Measure measure, int decimals) {}

    /** Says how a prefix is read; an event leaves only when something changed. */
    Layout define(Layout layout) {
        return transactions.inOne(() -> {
            boolean known = jdbc.sql(SELECT + "where prefix = :prefix for update")
                    .param("prefix", layout.prefix())
                    .query(ScaleCodes::layout)
                    .optional()
                    .filter(layout::equals)
                    .isPresent();
            if (!known) {
                write(layout);
            }
            return layout;
        });
    }

    private void write(Layout layout) {
        jdbc.sql("""
                insert into scale_code (prefix, measure, decimals) values (:prefix, :measure, :decimals)
                on duplicate key update measure = values(measure), decimals = values(decimals)
                """)
                .param("prefix", layout.prefix())
                .param("measure", layout.measure().code())
                .param("decimals", layout.decimals())
                .update();
        outbox.append(List.of(OutboxMessage.of(
                EventType.SCALE_CODE_CHANGED,
                Topic.REFERENCE,
                layout.prefix(),
                clock.instant(),
                new ScaleCodeChanged(layout.prefix(), layout.measure().code(), layout.decimals()))));
    }

    List<Layout> all() {
        return jdbc.sql(SELECT + "order by prefix").query(ScaleCodes::layout).list();
    }

    private static Layout layout(ResultSet row, int number) throws SQLException {
        return new Layout(
                row.getString("prefix"),
                Measure.valueOf(row.getString("measure").toUpperCase(Locale.ROOT)),
                row.getInt("decimals"));
    }

    static boolean isPrefix(String prefix) {
        return prefix.length() == PREFIX && prefix.charAt(0) == '2' && Character.isDigit(prefix.charAt(1));
    }
}
