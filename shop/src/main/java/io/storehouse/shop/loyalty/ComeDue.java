package io.storehouse.shop.loyalty;

import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What comes due by the calendar: points expire, tiers end or are reached. Runs may overlap and may be repeated. */
@Component
class ComeDue {
    private final AccountTable accounts;
    private final PointsLedger ledger;
    private final PointsPosting posting;
    private final Tiers tiers;
    private final Programmes programmes;
    private final Calendar calendar;
    private final Transactions transactions;

    ComeDue(
            AccountTable accounts,
            PointsLedger ledger,
            PointsPosting posting,
            Tiers tiers,
            Programmes programmes,
            Calendar calendar,
            Transactions transactions) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.posting = posting;
        this.tiers = tiers;
        this.programmes = programmes;
        this.calendar = calendar;
        this.transactions = transactions;
    }

    /** The chain's date. */
    @Component
    static class Calendar {
        private final Stores stores;
        private final Clock clock;
        private final LoyaltySettings settings;

        Calendar(Stores stores, Clock clock, LoyaltySettings settings) {
            this.stores = stores;
            this.clock = clock;
            this.settings = settings;
        }

        /** The business date that has begun in every store: nothing ends where it is still the day before. */
        LocalDate today() {
            Instant now = now();
            return stores.all().stream()
                    .map((Store store) -> store.businessTimeOf(now).date())
                    .min(Comparator.naturalOrder())
                    .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
        }

        Instant now() {
            return clock.instant();
        }

        int batch() {
            return settings.batch();
        }
    }

    /**
     * What a run did.
     *
     * @param date of the run
     * @param expiredPoints Σ over all members
     * @param members whose points expired
     * @param tierChanges tiers reached, renewed and lapsed
     */
    record Outcome(LocalDate date, long expiredPoints, long members, long tierChanges) {}

    /** Does what is due today. */
    Outcome run() {
        LocalDate today = calendar.today();
        long points = 0;
        long members = 0;
        List<Long> expired = expireSome(today);
        while (!expired.isEmpty()) {
            points += expired.stream().mapToLong(Long::longValue).sum();
            members += expired.stream().filter(taken -> taken > 0).count();
            expired = expireSome(today);
        }
        return new Outcome(today, points, members, judgeAll(today));
    }

    /** Points taken of each account of the next batch; none when nothing is due. */
    private List<Long> expireSome(LocalDate today) {
        List<String> due = accounts.due(today, calendar.batch());
        return due.isEmpty() ? List.of() : transactions.inOne(() -> expire(due, today));
    }

    private List<Long> expire(List<String> due, LocalDate today) {
        Map<String, Account> locked = accounts.lock(due);
        Map<String, List<PointsLedger.Entry>> entries = ledger.of(locked.keySet()).stream()
                .collect(Collectors.groupingBy(entry -> entry.move().customer()));
        List<Move> moves = new ArrayList<>();
        Map<String, LocalDate> next = new HashMap<>();
        List<Long> expired = new ArrayList<>();
        locked.values().stream().sorted(Comparator.comparing(Account::customer)).forEach(account -> {
            Lots lots = Lots.of(entries.getOrDefault(account.customer(), List.of()));
            long points = lots.expired(today);
            expired.add(points);
            next.put(account.customer(), account.closed() ? Lots.NEVER : lots.next(today));
            if (points > 0 && !account.closed()) {
                moves.add(expiry(account, points, today));
            }
        });
        posting.post(moves, locked);
        accounts.nextExpiry(next);
        return expired;
    }

    private Move expiry(Account account, long points, LocalDate today) {
        String document = "expire/" + account.customer() + "/" + account.version();
        return new Move(
                account.customer(),
                MoveKind.EXPIRE,
                UUID.nameUUIDFromBytes(document.getBytes(StandardCharsets.UTF_8)),
                0,
                null,
                -points,
                null,
                null,
                null,
                today,
                calendar.now());
    }

    private long judgeAll(LocalDate today) {
        Optional<Programme> programme = programmes.current();
        if (programme.isEmpty()) {
            return 0;
        }
        long changes = 0;
        String after = "";
        while (true) {
            List<Account> page = accounts.page(after, calendar.batch());
            if (page.isEmpty()) {
                return changes;
            }
            Map<String, LocalDate> dates = page.stream().collect(Collectors.toMap(Account::customer, account -> today));
            changes += transactions.inOne(() -> tiers.judge(page, dates, programme.get()));
            after = Objects.requireNonNull(page.get(page.size() - 1)).customer();
        }
    }
}
