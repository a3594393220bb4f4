package io.storehouse.shop.loyalty;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proves that every balance is the sum of its entries, and every version their count. */
@Component
class PointsProof {
    private static final String DIFFERENCES = """
            select a.customer, a.balance, coalesce(m.points, 0) as points, a.version, coalesce(m.entries, 0) as entries
            from points_account a
            left join (
                select customer, sum(points) as points, count(*) as entries, max(version) as newest
                from points_move
                group by customer
            ) m on m.customer = a.customer
            where a.balance <> coalesce(m.points, 0)
                or a.version <> coalesce(m.entries, 0)
                or a.version <> coalesce(m.newest, 0)
            union all
            select m.customer, 0, sum(m.points), 0, count(*)
            from points_move m
            where not exists (select 1 from points_account a where a.customer = m.customer)
            group by m.customer
            order by 1
            limit 100
            """;

    private final JdbcClient jdbc;

    PointsProof(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Compares all accounts with the ledger, in one statement and so at one instant. */
    Outcome prove() {
        List<Difference> differences = jdbc.sql(DIFFERENCES)
                .query((row, number) -> new Difference(
                        row.getString("customer"),
                        row.getLong("balance"),
                        row.getLong("points"),
                        row.getLong("version"),
                        row.getLong("entries")))
                .list();
        return jdbc.sql("""
                select count(*) as accounts, coalesce(sum(balance), 0) as balance,
                    (select coalesce(sum(points), 0) from points_move) as ledger
                from points_account
                """)
                .query((row, number) -> new Outcome(
                        differences.isEmpty(),
                        row.getLong("accounts"),
                        row.getLong("balance"),
                        row.getLong("ledger"),
                        differences))
                .single();
    }

    /**
     * What was found.
     *
     * @param balance Σ of all accounts
     * @param ledger Σ of all entries
     * @param differences at most 100, by customer
     */
    record Outcome(boolean exact, long accounts, long balance, long ledger, List<Difference> differences) {}

    /**
     * An account that is not what its entries say.
     *
     * @param points Σ of its entries
     * @param entries their count
     */
    record Difference(String customer, long balance, long points, long version, long entries) {}
}
