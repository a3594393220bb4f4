package io.storehouse.shop.loyalty;

import io.storehouse.shop.documents.Rows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tiers as they are, and all that they were. */
@Component
class TierTable {
    private static final String CHANGE = """
            update points_account
            set tier = ?, tier_until = ?, tier_version = tier_version + 1
            where customer = ? and tier_version = ? and not closed
            """;
    private static final String INSERT = Rows.insert(
            "tier_change",
            "customer",
            "version",
            "tier_before",
            "tier",
            "tier_until",
            "spend",
            "reason",
            "business_date",
            "recorded_at");

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    TierTable(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** Makes the changes whose account's tier is still as it was read, in the order of customers; returns those. */
    List<TierChange> change(List<TierChange> changes) {
        List<TierChange> ordered = changes.stream()
                .sorted(java.util.Comparator.comparing(
                        change -> change.account().customer()))
                .toList();
        int[] counts = rows.write(
                CHANGE,
                ordered.stream()
                        .map(change -> new @Nullable Object[] {
                            change.tier(),
                            change.until(),
                            change.account().customer(),
                            change.account().tierVersion()
                        })
                        .toList());
        List<TierChange> made = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                made.add(ordered.get(i));
            }
        }
        rows.write(INSERT, made.stream().map(this::parameters).toList());
        return made;
    }

    /** A member's changes, newest first. */
    List<Line> history(String customer) {
        return jdbc.sql("""
                select version, tier_before, tier, tier_until, reason, business_date
                from tier_change where customer = :customer order by version desc limit 100
                """)
                .param("customer", customer)
                .query((row, number) -> new Line(
                        row.getInt("version"),
                        row.getString("tier_before"),
                        row.getString("tier"),
                        row.getObject("tier_until", LocalDate.class),
                        row.getString("reason"),
                        row.getObject("business_date", LocalDate.class)))
                .list();
    }

    private @Nullable Object[] parameters(TierChange change) {
        return new @Nullable Object[] {
            change.account().customer(),
            change.account().tierVersion() + 1,
            change.account().tier(),
            change.tier(),
            change.until(),
            change.spend(),
            change.reason().name().toLowerCase(Locale.ROOT),
            change.businessDate(),
            Rows.utc(clock.instant())
        };
    }

    /**
     * One change.
     *
     * @param before the tier before it, or null
     * @param until the last date of the tier after it, or null
     */
    record Line(
            int version,
            @Nullable String before,
            @Nullable String tier,
            @Nullable LocalDate until,
            String reason,
            LocalDate businessDate) {}
}
