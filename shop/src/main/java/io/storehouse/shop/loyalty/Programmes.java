package io.storehouse.shop.loyalty;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.ProgrammeChanged;
import io.storehouse.shop.audit.AuditEntry;
import io.storehouse.shop.audit.AuditLog;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The loyalty programme that counts; earlier ones are kept. */
@Component
class Programmes {
    private final JdbcClient jdbc;
    private final Rows rows;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    Programmes(JdbcClient jdbc, Rows rows, Transactions transactions, AuditLog audit, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transactions = transactions;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The programme, empty before one is defined; in one statement. */
    Optional<Programme> current() {
        List<Programme.Tier> tiers = new ArrayList<>();
        List<Programme> found = jdbc.sql("""
                select p.currency, p.points_per_unit, p.point_value, p.expiry_months, p.tier_months, p.valid_from,
                    t.code, t.threshold, t.multiplier
                from loyalty_programme p
                left join loyalty_tier t on t.programme = p.version
                where p.version = (select max(version) from loyalty_programme)
                """)
                .query((row, number) -> {
                    if (row.getString("code") != null) {
                        tiers.add(new Programme.Tier(
                                row.getString("code"),
                                row.getBigDecimal("threshold"),
                                row.getBigDecimal("multiplier")));
                    }
                    return programme(row, tiers);
                })
                .list();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** Makes the programme count from now on; the same one again changes nothing. */
    Programme define(Programme programme) {
        programme.check();
        return transactions.inOne(() -> {
            Optional<Programme> before = current();
            if (before.isEmpty() || !before.get().equals(programme)) {
                insert(programme);
                outbox.append(List.of(OutboxMessage.of(
                        EventType.PROGRAMME_CHANGED,
                        Topic.REFERENCE,
                        "programme",
                        clock.instant(),
                        payload(programme))));
                audit.record(AuditEntry.of(LoyaltyAct.PROGRAMME_DEFINED, null, "programme")
                        .with("pointValue", programme.pointValue().toPlainString())
                        .with("pointsPerUnit", programme.pointsPerUnit().toPlainString()));
            }
            return current().orElseThrow();
        });
    }

    private static ProgrammeChanged payload(Programme programme) {
        return new ProgrammeChanged(
                programme.currency().getCurrencyCode(),
                programme.pointsPerUnit(),
                programme.pointValue(),
                programme.expiryMonths(),
                programme.tierMonths(),
                programme.validFrom(),
                programme.tiers().stream()
                        .map(tier -> new ProgrammeChanged.Tier(tier.code(), tier.threshold(), tier.multiplier()))
                        .toList());
    }

    private void insert(Programme programme) {
        rows.write(
                Rows.insert(
                        "loyalty_programme",
                        "currency",
                        "points_per_unit",
                        "point_value",
                        "expiry_months",
                        "tier_months",
                        "valid_from",
                        "recorded_at"),
                List.<@Nullable Object[]>of(new @Nullable Object[] {
                    programme.currency().getCurrencyCode(),
                    programme.pointsPerUnit(),
                    programme.pointValue(),
                    programme.expiryMonths(),
                    programme.tierMonths(),
                    programme.validFrom(),
                    Rows.utc(clock.instant())
                }));
        int version = jdbc.sql("select last_insert_id()").query(Integer.class).single();
        rows.write(
                Rows.insert("loyalty_tier", "programme", "code", "threshold", "multiplier"),
                programme.tiers().stream()
                        .map(tier -> new @Nullable Object[] {version, tier.code(), tier.threshold(), tier.multiplier()})
                        .toList());
    }

    private static Programme programme(ResultSet row, List<Programme.Tier> tiers) throws SQLException {
        int months = row.getInt("expiry_months");
        return new Programme(
                Currency.getInstance(row.getString("currency")),
                row.getBigDecimal("points_per_unit"),
                row.getBigDecimal("point_value"),
                row.getString("expiry_months") == null ? null : months,
                row.getInt("tier_months"),
                row.getObject("valid_from", LocalDate.class),
                tiers);
    }
}
