package io.storehouse.shop.loyalty;

import io.storehouse.shop.documents.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The balances and tiers of members. */
@Component
class AccountTable {
    private static final String SELECT = """
            select customer, balance, version, closed, member_since, tier, tier_until, tier_version
            from points_account
            """;
    private static final String MOVE = """
            update points_account
            set balance = balance + ?, version = version + ?, next_expiry = least(next_expiry, ?)
            where customer = ? and not closed and balance >= ?
            """;
    private static final String OPEN = "insert ignore into points_account (customer, member_since) values (?, ?)";

    private final JdbcClient jdbc;
    private final Rows rows;

    AccountTable(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The accounts of those of the customers that have one. */
    Map<String, Account> find(Collection<String> customers) {
        return read(customers, "");
    }

    /** The same, locked in order until the transaction ends; a closed one too. */
    Map<String, Account> lock(Collection<String> customers) {
        return read(customers, "order by customer for update");
    }

    private Map<String, Account> read(Collection<String> customers, String lock) {
        Map<String, Account> found = new HashMap<>();
        if (!customers.isEmpty()) {
            jdbc.sql(SELECT + "where customer in (:customers) " + lock)
                    .param("customers", customers)
                    .query(row -> {
                        Account account = account(row);
                        found.put(account.customer(), account);
                    });
        }
        return found;
    }

    /** At most that many open accounts after the given one, by customer. */
    List<Account> page(String after, int limit) {
        return jdbc.sql(SELECT + "where customer > :after and not closed order by customer limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> account(row))
                .list();
    }

    /** The same of a tier. */
    List<Account> ofTier(String tier, String after, int limit) {
        return jdbc.sql(SELECT + """
                force index (points_account_tier)
                where tier = :tier and customer > :after and not closed
                order by customer limit :limit
                """)
                .param("tier", tier)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> account(row))
                .list();
    }

    /** Changes balances, each by one guarded update, in the order given; returns the count of each. */
    int[] move(List<Change> changes) {
        return rows.write(
                MOVE,
                changes.stream()
                        .map(change -> new @Nullable Object[] {
                            change.net(), change.moves(), change.nextExpiry(), change.customer(), change.required()
                        })
                        .toList());
    }

    /** Opens the accounts that are not there, in order. */
    void open(SortedMap<String, LocalDate> memberSince) {
        rows.write(
                OPEN,
                memberSince.entrySet().stream()
                        .map(member -> new @Nullable Object[] {member.getKey(), member.getValue()})
                        .toList());
    }

    /** At most that many customers of whom points may expire on the date, those of the longest ago first. */
    List<String> due(LocalDate date, int limit) {
        return jdbc.sql("""
                select customer from points_account where next_expiry <= :date order by next_expiry, customer limit :limit
                """)
                .param("date", date)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    void nextExpiry(Map<String, LocalDate> dates) {
        rows.write(
                "update points_account set next_expiry = ? where customer = ?",
                dates.keySet().stream()
                        .sorted()
                        .map(customer -> new @Nullable Object[] {dates.get(customer), customer})
                        .toList());
    }

    void close(String customer) {
        jdbc.sql("update points_account set closed = true where customer = :customer")
                .param("customer", customer)
                .update();
    }

    void since(String customer, LocalDate memberSince) {
        jdbc.sql("""
                update points_account set member_since = least(member_since, :since) where customer = :customer
                """).param("since", memberSince).param("customer", customer).update();
    }

    /**
     * One customer's change.
     *
     * @param net in points
     * @param moves how many moves it is made of
     * @param nextExpiry not after the first date on which new points expire
     * @param required what the balance must be before
     */
    record Change(String customer, long net, int moves, LocalDate nextExpiry, long required) {}

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("customer"),
                row.getLong("balance"),
                row.getLong("version"),
                row.getBoolean("closed"),
                row.getObject("member_since", LocalDate.class),
                row.getString("tier"),
                row.getObject("tier_until", LocalDate.class),
                row.getInt("tier_version"));
    }
}
