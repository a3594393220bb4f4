package io.storehouse.shop.loyalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class MemberPoints implements Loyalty {
    private final Programmes programmes;
    private final MemberAccounts accounts;
    private final PointsLedger ledger;
    private final PointsPosting posting;
    private final Tiers tiers;
    private final Redemptions redemptions;
    private final SpentPoints spent;

    MemberPoints(
            Programmes programmes,
            MemberAccounts accounts,
            PointsLedger ledger,
            PointsPosting posting,
            Tiers tiers,
            Redemptions redemptions,
            SpentPoints spent) {
        this.programmes = programmes;
        this.accounts = accounts;
        this.ledger = ledger;
        this.posting = posting;
        this.tiers = tiers;
        this.redemptions = redemptions;
        this.spent = spent;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void earn(List<Purchase> purchases) {
        if (purchases.isEmpty()) {
            return;
        }
        Optional<Programme> programme = programmes.current();
        List<Purchase> covered = programme.stream()
                .flatMap(rules -> purchases.stream().filter(purchase -> rules.covers(purchase.place())))
                .toList();
        if (covered.isEmpty()) {
            return;
        }
        Map<String, Account> locked = accounts.lock(firstDates(covered));
        Set<UUID> earned = new HashSet<>(ledger.recorded(
                MoveKind.EARN, covered.stream().map(Purchase::order).toList()));
        List<Move> moves = new ArrayList<>();
        for (Purchase purchase : covered) {
            Account account = locked.get(purchase.customer());
            if (account != null && earned.add(purchase.order())) {
                earned(purchase, account, programme.get()).ifPresent(moves::add);
            }
        }
        posting.post(moves, byCustomer(locked.values()));
        tiers.judge(byCustomer(locked.values()).values(), lastDates(covered, locked), programme.get());
    }

    private static Optional<Move> earned(Purchase purchase, Account account, Programme programme) {
        LocalDate date = purchase.place().businessDate();
        long points = programme.pointsFor(purchase.amount(), account.tierOn(date));
        return points == 0
                ? Optional.empty()
                : Optional.of(new Move(
                        account.customer(),
                        MoveKind.EARN,
                        purchase.order(),
                        0,
                        null,
                        points,
                        purchase.amount(),
                        programme.expiryOf(date),
                        purchase.place().store(),
                        date,
                        purchase.occurredAt()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void spend(List<Spending> spendings) {
        if (!spendings.isEmpty()) {
            spent.spend(spendings);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void clawBack(List<TakenBack> returns) {
        spent.restore(returns);
        if (returns.isEmpty() || programmes.current().isEmpty()) {
            return;
        }
        Set<UUID> orders = returns.stream().map(TakenBack::order).collect(Collectors.toSet());
        Map<UUID, PointsLedger.Entry> earned = ledger.lock(MoveKind.EARN, orders);
        if (earned.isEmpty()) {
            return;
        }
        Map<UUID, Clawed> clawed = clawed(earned);
        Map<String, LocalDate> codes = new HashMap<>();
        earned.values()
                .forEach(
                        entry -> codes.put(entry.move().customer(), entry.move().businessDate()));
        Map<String, Account> locked = accounts.lockAny(codes);
        List<Move> moves = new ArrayList<>();
        for (TakenBack back : returns) {
            Clawed order = clawed.get(back.order());
            if (order != null && order.documents().add(back.document())) {
                Account account = Objects.requireNonNull(locked.get(order.earn().customer()));
                moves.add(clawBack(back, account, order.claw(back.amount())));
            }
        }
        posting.post(moves, byCustomer(locked.values()));
    }

    private Map<UUID, Clawed> clawed(Map<UUID, PointsLedger.Entry> earned) {
        Map<UUID, List<PointsLedger.Entry>> before = ledger.ofOrigin(MoveKind.CLAW_BACK, earned.keySet());
        Map<UUID, Clawed> clawed = new HashMap<>();
        earned.forEach((order, entry) ->
                clawed.put(order, Clawed.of(entry.move(), before.getOrDefault(order, List.of()))));
        return clawed;
    }

    private static Move clawBack(TakenBack back, Account account, long points) {
        return new Move(
                account.customer(),
                MoveKind.CLAW_BACK,
                back.document(),
                0,
                back.order(),
                -points,
                back.amount(),
                null,
                back.place().store(),
                back.place().businessDate(),
                back.occurredAt());
    }

    @Override
    public List<Redemption> redeem(List<RedeemPoints> commands) {
        return redemptions.redeem(commands);
    }

    private static Map<String, LocalDate> firstDates(List<Purchase> purchases) {
        Map<String, LocalDate> dates = new HashMap<>();
        purchases.forEach(purchase -> dates.merge(
                purchase.customer(),
                purchase.place().businessDate(),
                (one, other) -> one.isBefore(other) ? one : other));
        return dates;
    }

    private static Map<String, LocalDate> lastDates(List<Purchase> purchases, Map<String, Account> locked) {
        Map<String, LocalDate> dates = new HashMap<>();
        purchases.forEach(purchase -> {
            Account account = locked.get(purchase.customer());
            if (account != null) {
                dates.merge(
                        account.customer(),
                        purchase.place().businessDate(),
                        (one, other) -> one.isBefore(other) ? other : one);
            }
        });
        return dates;
    }

    private static Map<String, Account> byCustomer(Collection<Account> accounts) {
        Map<String, Account> found = new HashMap<>();
        accounts.forEach(account -> found.put(account.customer(), account));
        return found;
    }
}
