package io.storehouse.shop.loyalty;

import io.storehouse.shop.customers.Customer;
import io.storehouse.shop.customers.Customers;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members as they are read back, by any of their codes. */
@Component
public class MemberViews {
    private final AccountTable accounts;
    private final PointsLedger ledger;
    private final TierTable tiers;
    private final Customers customers;

    MemberViews(AccountTable accounts, PointsLedger ledger, TierTable tiers, Customers customers) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.tiers = tiers;
        this.customers = customers;
    }

    /** The member; one who never had points has none, and no tier. In three statements. */
    Member one(String code) {
        String current = current(code);
        return account(current, tiers.history(current));
    }

    /**
     * The member without the history of tiers, in one statement.
     *
     * @param current the code after merges
     */
    public Member ofCurrent(String current) {
        return account(current, List.of());
    }

    /** At most that many entries of the member's account that are older than the version, newest first. */
    List<Entry> points(String code, long before, int limit) {
        return ledger.page(current(code), before, limit).stream().map(Entry::of).toList();
    }

    /** At most that many members after the given one, by customer; those of one tier, or all where it is null. */
    List<Line> page(@Nullable String tier, String after, int limit) {
        List<Account> found = tier == null ? accounts.page(after, limit) : accounts.ofTier(tier, after, limit);
        return found.stream()
                .map(account -> new Line(
                        account.customer(),
                        account.balance(),
                        account.tier(),
                        account.tierUntil(),
                        account.memberSince()))
                .toList();
    }

    private Member account(String current, List<TierTable.Line> history) {
        Account account = accounts.find(Set.of(current)).get(current);
        List<Tier> lines = history.stream()
                .map(line -> new Tier(
                        line.version(), line.before(), line.tier(), line.until(), line.reason(), line.businessDate()))
                .toList();
        return account == null
                ? new Member(current, 0, null, null, null, lines)
                : new Member(
                        current,
                        account.balance(),
                        account.tier(),
                        account.tierUntil(),
                        account.version() == 0 && account.tier() == null ? null : account.memberSince(),
                        lines);
    }

    private String current(String code) {
        Customer customer = customers.find(Set.of(code)).get(code);
        if (customer == null) {
            throw new ShopException(LoyaltyError.MEMBER_NOT_FOUND, "There is no customer " + code);
        }
        return customer.current();
    }

    /**
     * A member.
     *
     * @param customer the code after merges
     * @param points the balance; below 0 is a debt
     * @param tierUntil the last date of the tier, or null
     * @param memberSince null for one without points
     * @param tiers changes of tier, newest first, at most 100
     */
    public record Member(
            String customer,
            long points,
            @Nullable String tier,
            @Nullable LocalDate tierUntil,
            @Nullable LocalDate memberSince,
            List<Tier> tiers) {}

    /**
     * A member of a list.
     *
     * @param points the balance; below 0 is a debt
     * @param tierUntil the last date of the tier, or null; on the day after it the tier is over, also before it is taken away
     */
    record Line(
            String customer,
            long points,
            @Nullable String tier,
            @Nullable LocalDate tierUntil,
            LocalDate memberSince) {}

    /**
     * A change of tier.
     *
     * @param before the tier before it, or null
     * @param until the last date of the tier after it, or null
     * @param reason {@code reached}, {@code renewed}, {@code lapsed} or {@code merged}
     */
    public record Tier(
            int version,
            @Nullable String before,
            @Nullable String tier,
            @Nullable LocalDate until,
            String reason,
            LocalDate businessDate) {}

    /** One entry of the points ledger. */
    record Entry(
            long version,
            String kind,
            UUID document,
            @Nullable UUID origin,
            long points,
            long balance,
            @Nullable BigDecimal amount,
            @Nullable LocalDate expiresOn,
            @Nullable String store,
            LocalDate businessDate,
            Instant occurredAt) {

        static Entry of(PointsLedger.Entry entry) {
            Move move = entry.move();
            return new Entry(
                    entry.version(),
                    move.kind().code(),
                    move.document(),
                    move.origin(),
                    move.points(),
                    entry.balance(),
                    move.amount(),
                    move.expiresOn(),
                    move.store(),
                    move.businessDate(),
                    move.occurredAt());
        }
    }
}
