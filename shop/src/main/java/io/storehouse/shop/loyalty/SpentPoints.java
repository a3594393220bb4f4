package io.storehouse.shop.loyalty;

import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Points that pay in sales, and come back with returns. */
@Component
class SpentPoints {
    private final Programmes programmes;
    private final MemberAccounts accounts;
    private final PointsLedger ledger;
    private final PointsPosting posting;

    SpentPoints(Programmes programmes, MemberAccounts accounts, PointsLedger ledger, PointsPosting posting) {
        this.programmes = programmes;
        this.accounts = accounts;
        this.ledger = ledger;
        this.posting = posting;
    }

    void spend(List<Spending> spendings) {
        Map<String, LocalDate> codes = new HashMap<>();
        spendings.forEach(
                spending -> codes.put(spending.customer(), spending.place().businessDate()));
        Map<String, Account> locked = accounts.lock(codes);
        List<Move> moves = new ArrayList<>();
        for (Spending spending : spendings) {
            Account account = locked.get(spending.customer());
            if (account != null) {
                moves.add(spent(spending, account));
            } else if (!spending.offline()) {
                throw new ShopException(
                        LoyaltyError.UNKNOWN_MEMBER,
                        "Unknown member: " + spending.customer() + "; the customer asked to be forgotten");
            }
        }
        posting.post(moves, byCustomer(locked.values()));
    }

    private static Move spent(Spending spending, Account account) {
        return new Move(
                account.customer(),
                spending.offline() ? MoveKind.SPEND_OFFLINE : MoveKind.SPEND,
                spending.order(),
                0,
                null,
                -spending.points(),
                spending.amount(),
                null,
                spending.place().store(),
                spending.place().businessDate(),
                spending.occurredAt());
    }

    /** The moves of an account that restore what had paid for returned goods; all goods together restore all points. */
    void restore(List<TakenBack> returns) {
        List<TakenBack> paid =
                returns.stream().filter(back -> back.byPoints().signum() > 0).toList();
        if (paid.isEmpty()) {
            return;
        }
        Set<UUID> orders = paid.stream().map(TakenBack::order).collect(Collectors.toSet());
        Map<UUID, PointsLedger.Entry> spent = ledger.lock(MoveKind.SPEND, orders);
        spent.putAll(ledger.lock(MoveKind.SPEND_OFFLINE, orders));
        if (spent.isEmpty()) {
            return;
        }
        Map<UUID, List<PointsLedger.Entry>> before = ledger.ofOrigin(MoveKind.RESTORE, spent.keySet());
        Map<UUID, Restored> restored = new HashMap<>();
        Map<String, LocalDate> codes = new HashMap<>();
        spent.forEach((order, entry) -> {
            restored.put(order, new Restored(entry.move(), before.getOrDefault(order, List.of())));
            codes.put(entry.move().customer(), entry.move().businessDate());
        });
        Map<String, Account> locked = accounts.lockAny(codes);
        List<Move> moves = new ArrayList<>();
        for (TakenBack back : paid) {
            Restored order = restored.get(back.order());
            if (order != null) {
                Account account = Objects.requireNonNull(locked.get(order.spent.customer()));
                moves.add(restored(back, order, account));
            }
        }
        posting.post(moves, byCustomer(locked.values()));
    }

    /** Also a part that is worth less than a point: the next part adds to it. */
    private Move restored(TakenBack back, Restored order, Account account) {
        long points = order.take(back.byPoints());
        return new Move(
                account.customer(),
                MoveKind.RESTORE,
                back.document(),
                0,
                back.order(),
                points,
                back.byPoints(),
                points == 0
                        ? null
                        : programmes
                                .current()
                                .map(programme -> programme.expiryOf(order.spent.businessDate()))
                                .orElse(null),
                back.place().store(),
                back.place().businessDate(),
                back.occurredAt());
    }

    private static Map<String, Account> byCustomer(Collection<Account> accounts) {
        Map<String, Account> found = new HashMap<>();
        accounts.forEach(account -> found.put(account.customer(), account));
        return found;
    }

    /** What an order's points paid, and what of it came back. */
    private static final class Restored {
        private final Move spent;
        private BigDecimal amount = BigDecimal.ZERO;
        private long points;

        Restored(Move spent, List<PointsLedger.Entry> before) {
            this.spent = spent;
            for (PointsLedger.Entry entry : before) {
                amount = amount.add(Objects.requireNonNull(entry.move().amount()));
                points += entry.move().points();
            }
        }

        /** The points for a further part of what they paid, rounded down over all parts together. */
        long take(BigDecimal part) {
            BigDecimal paid = Objects.requireNonNull(spent.amount(), "Points of a sale have their amount");
            amount = amount.add(part);
            long together = BigDecimal.valueOf(-spent.points())
                    .multiply(amount.min(paid))
                    .divide(paid, 0, RoundingMode.DOWN)
                    .longValueExact();
            long now = Math.max(0, together - points);
            points += now;
            return now;
        }
    }
}
