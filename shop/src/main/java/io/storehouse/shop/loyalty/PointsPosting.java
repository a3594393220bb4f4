package io.storehouse.shop.loyalty;

import io.storehouse.shop.problems.ShopException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Makes entries of the points ledger together with their balances, in the running transaction. */
@Component
class PointsPosting {
    private final AccountTable accounts;
    private final PointsLedger ledger;

    PointsPosting(AccountTable accounts, PointsLedger ledger) {
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /**
     * Posts the moves in their order.
     *
     * @param moves of the accounts' own customers
     * @param locked the accounts, locked by this transaction, by customer
     * @throws ShopException {@code insufficient-points} when a guarded move would take what is not there
     */
    void post(List<Move> moves, Map<String, Account> locked) {
        Map<String, Account> after = new HashMap<>(locked);
        TreeMap<String, AccountTable.Change> changes = new TreeMap<>();
        List<PointsLedger.Entry> entries = new ArrayList<>(moves.size());
        for (Move move : moves) {
            Account account = Objects.requireNonNull(after.get(move.customer()), "A moved account is locked")
                    .plus(move.points());
            after.put(move.customer(), account);
            entries.add(new PointsLedger.Entry(move, account.version(), account.balance()));
            changes.merge(move.customer(), change(move), PointsPosting::together);
        }
        List<AccountTable.Change> ordered = List.copyOf(changes.values());
        int[] counts = accounts.move(ordered);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 1) {
                throw new ShopException(
                        LoyaltyError.INSUFFICIENT_POINTS,
                        "Cannot spend points of " + ordered.get(i).customer() + ": there are not enough",
                        Map.of("customer", ordered.get(i).customer()));
            }
        }
        ledger.append(entries);
    }

    private static AccountTable.Change change(Move move) {
        return new AccountTable.Change(
                move.customer(),
                move.points(),
                1,
                move.points() > 0 && move.expiresOn() != null ? move.expiresOn() : Lots.NEVER,
                move.kind().guarded() ? -Math.min(0, move.points()) : Long.MIN_VALUE);
    }

    /** What the second requires is lowered by what the first brings. */
    private static AccountTable.Change together(AccountTable.Change first, AccountTable.Change second) {
        long required = second.required() == Long.MIN_VALUE ? Long.MIN_VALUE : second.required() - first.net();
        return new AccountTable.Change(
                first.customer(),
                Math.addExact(first.net(), second.net()),
                first.moves() + second.moves(),
                first.nextExpiry().isBefore(second.nextExpiry()) ? first.nextExpiry() : second.nextExpiry(),
                Math.max(first.required(), required));
    }
}
