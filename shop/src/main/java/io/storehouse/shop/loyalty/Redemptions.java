package io.storehouse.shop.loyalty;

import io.storehouse.shop.customers.Customer;
import io.storehouse.shop.customers.Customers;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Points spent, and redemptions undone. */
@Component
class Redemptions implements DocumentKind<RedeemPoints, Redemptions.Dated, Redemption> {
    private static final long MOST_POINTS = 1_000_000_000_000L;

    private final Documents documents;
    private final Programmes programmes;
    private final Desk desk;
    private final PointsLedger ledger;
    private final Transactions transactions;
    private final Clock clock;

    Redemptions(
            Documents documents,
            Programmes programmes,
            Desk desk,
            PointsLedger ledger,
            Transactions transactions,
            Clock clock) {
        this.documents = documents;
        this.programmes = programmes;
        this.desk = desk;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who comes to spend, and where. */
    @Component
    static class Desk {
        private final Stores stores;
        private final Customers customers;
        private final MemberAccounts accounts;
        private final PointsPosting posting;

        Desk(Stores stores, Customers customers, MemberAccounts accounts, PointsPosting posting) {
            this.stores = stores;
            this.customers = customers;
            this.accounts = accounts;
            this.posting = posting;
        }

        /** Posts the moves to whoever their customers are now. */
        void post(List<Move> moves) {
            Map<String, LocalDate> codes = new HashMap<>();
            moves.forEach(move -> codes.put(move.customer(), move.businessDate()));
            Map<String, Account> locked = accounts.lock(codes);
            Map<String, Account> byCustomer = new HashMap<>();
            List<Move> current = new ArrayList<>();
            for (Move move : moves) {
                Account account = locked.get(move.customer());
                if (account == null) {
                    throw unknown(move.customer());
                }
                byCustomer.put(account.customer(), account);
                current.add(move.of(account.customer()));
            }
            posting.post(current, byCustomer);
        }

        private static ShopException unknown(String customer) {
            return new ShopException(
                    LoyaltyError.UNKNOWN_MEMBER,
                    "Unknown member: " + customer + "; the customer is not known, or asked to be forgotten");
        }
    }

    /** A redemption and the entry it makes. */
    record Dated(Redemption redemption, Move move) {}

    List<Redemption> redeem(List<RedeemPoints> commands) {
        return documents.recordOnce(this, commands);
    }

    /**
     * Gives the points of a redemption back, once however often it is asked for; they expire as if earned when they were spent.
     *
     * @return the redemption's entry
     */
    Move cancel(UUID id) {
        return transactions.inOne(() -> {
            PointsLedger.Entry spent = find(id);
            if (ledger.recorded(MoveKind.CANCEL, Set.of(id)).isEmpty()) {
                Move move = spent.move();
                LocalDate expiresOn = programmes.current().orElseThrow().expiryOf(move.businessDate());
                desk.post(List.of(new Move(
                        move.customer(),
                        MoveKind.CANCEL,
                        id,
                        0,
                        null,
                        -move.points(),
                        null,
                        expiresOn,
                        move.store(),
                        move.businessDate(),
                        clock.instant())));
            }
            return spent.move();
        });
    }

    /** The entry of a redemption, locked. */
    private PointsLedger.Entry find(UUID id) {
        PointsLedger.Entry spent = ledger.lock(MoveKind.REDEEM, Set.of(id)).get(id);
        if (spent == null) {
            throw new ShopException(LoyaltyError.UNKNOWN_REDEMPTION, "There is no redemption " + id);
        }
        return spent;
    }

    /** The store of a redemption. */
    String storeOf(UUID id) {
        return transactions.inOne(() -> Objects.requireNonNull(find(id).move().store()));
    }

    @Override
    public String scope() {
        return "redemption";
    }

    @Override
    public UUID id(RedeemPoints command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(RedeemPoints command) {
        return new CommandHash()
                .add(command.store())
                .add(command.customer())
                .add(Long.toString(command.points()))
                .add(command.occurredAt())
                .value();
    }

    @Override
    public Class<Redemption> responseType() {
        return Redemption.class;
    }

    @Override
    public Redemption replayed(Redemption first) {
        return new Redemption(
                first.id(),
                first.store(),
                first.customer(),
                first.points(),
                first.value(),
                first.currency(),
                first.businessDate(),
                first.recordedAt(),
                true);
    }

    @Override
    public List<Dated> prepare(List<RedeemPoints> commands) {
        Programme programme = programmes
                .current()
                .orElseThrow(() -> new ShopException(
                        LoyaltyError.NO_PROGRAMME, "Cannot spend points: define a loyalty programme first"));
        Map<String, Store> stores =
                desk.stores.require(commands.stream().map(RedeemPoints::store).collect(Collectors.toSet()));
        Map<String, Customer> people = desk.customers.find(
                commands.stream().map(RedeemPoints::customer).collect(Collectors.toSet()));
        Instant now = clock.instant();
        return commands.stream()
                .map(command -> {
                    Customer person = people.get(command.customer());
                    if (person == null || person.erased()) {
                        throw Desk.unknown(command.customer());
                    }
                    Store store = Objects.requireNonNull(stores.get(command.store()));
                    return dated(command, person.current(), store, programme, now);
                })
                .toList();
    }

    private static Dated dated(RedeemPoints command, String customer, Store store, Programme programme, Instant now) {
        if (command.points() < 1 || command.points() > MOST_POINTS) {
            throw new ShopException(
                    LoyaltyError.INVALID_POINTS, "Invalid points: " + command.points() + "; expected 1 or more");
        }
        if (!store.currency().equals(programme.currency())) {
            throw new ShopException(
                    LoyaltyError.INVALID_POINTS,
                    "Invalid store: points are worth " + programme.currency() + ", " + store.code() + " has "
                            + store.currency());
        }
        LocalDate date = store.businessTimeOf(command.occurredAt()).date();
        Redemption redemption = new Redemption(
                command.id(),
                store.code(),
                customer,
                command.points(),
                programme.valueOf(command.points()),
                programme.currency().getCurrencyCode(),
                date,
                now,
                false);
        Move move = new Move(
                customer,
                MoveKind.REDEEM,
                command.id(),
                0,
                null,
                -command.points(),
                null,
                null,
                store.code(),
                date,
                command.occurredAt());
        return new Dated(redemption, move);
    }

    @Override
    public Redemption response(Dated document) {
        return document.redemption();
    }

    @Override
    public void write(List<Dated> documents) {
        desk.post(documents.stream().map(Dated::move).toList());
    }
}
