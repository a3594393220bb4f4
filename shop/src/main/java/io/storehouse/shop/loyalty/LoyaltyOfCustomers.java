package io.storehouse.shop.loyalty;

import io.storehouse.shop.customers.CustomerAccounts;
import io.storehouse.shop.customers.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What customers have here, for those who merge and announce them. */
@Component
class LoyaltyOfCustomers implements CustomerAccounts {
    private final AccountTable accounts;
    private final PointsLedger ledger;
    private final PointsPosting posting;
    private final TierTable tiers;
    private final Programmes programmes;

    LoyaltyOfCustomers(
            AccountTable accounts, PointsLedger ledger, PointsPosting posting, TierTable tiers, Programmes programmes) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.posting = posting;
        this.tiers = tiers;
        this.programmes = programmes;
    }

    @Override
    public Map<String, Standing> standings(Collection<String> codes) {
        Map<String, Standing> standings = new HashMap<>();
        accounts.find(codes)
                .forEach((code, account) -> standings.put(code, new Standing(account.tier(), account.memberSince())));
        return standings;
    }

    /**
     * Points and debts move by two entries that sum to nothing, each lot with its own expiry, and the better tier stays. The
     * account that is left is closed even where there was none, so that a sale of this moment follows.
     */
    @Override
    public void merge(String from, String into, Instant at) {
        LocalDate date = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Map<String, Account> locked = accounts.lock(List.of(from, into));
        Account left = locked.get(from);
        if (left == null) {
            accounts.open(new TreeMap<>(Map.of(from, date)));
            left = Objects.requireNonNull(accounts.lock(List.of(from)).get(from));
        }
        if (left.version() > 0 || left.tier() != null) {
            if (!locked.containsKey(into)) {
                accounts.open(new TreeMap<>(Map.of(into, left.memberSince())));
            }
            Account stays = Objects.requireNonNull(accounts.lock(List.of(into)).get(into));
            posting.post(moves(left, into, date, at), Map.of(from, left, into, stays));
            carryTier(left, stays, date);
            accounts.since(into, left.memberSince());
        }
        accounts.close(from);
    }

    private List<Move> moves(Account from, String into, LocalDate date, Instant at) {
        List<Lots.Lot> lots = from.balance() < 0
                ? List.of(new Lots.Lot(from.balance(), null))
                : Lots.of(ledger.of(List.of(from.customer()))).left();
        UUID document = UUID.nameUUIDFromBytes(("merge/" + from.customer()).getBytes(StandardCharsets.UTF_8));
        List<Move> moves = new ArrayList<>();
        for (Lots.Lot lot : lots) {
            int part = moves.size() / 2;
            moves.add(new Move(
                    from.customer(),
                    MoveKind.MERGE_OUT,
                    document,
                    part,
                    null,
                    -lot.points(),
                    null,
                    null,
                    null,
                    date,
                    at));
            moves.add(new Move(
                    into,
                    MoveKind.MERGE_IN,
                    document,
                    part,
                    null,
                    lot.points(),
                    null,
                    lot.expiresOn(),
                    null,
                    date,
                    at));
        }
        return moves;
    }

    private void carryTier(Account from, Account into, LocalDate date) {
        Optional<Programme> programme = programmes.current();
        if (programme.isEmpty()) {
            return;
        }
        String tier = from.tierOn(date);
        if (programme.get().rank(tier) > programme.get().rank(into.tierOn(date))) {
            tiers.change(List.of(new TierChange(into, tier, from.tierUntil(), null, TierChange.Reason.MERGED, date)));
        }
    }
}
