package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How reservations end without an order: released by whoever made them, or by their time. */
@Component
class ReservationEnds {
    private static final int CHUNK = 500;

    private final ReservationTables tables;
    private final StockPosting posting;
    private final Transactions transactions;

    ReservationEnds(ReservationTables tables, StockPosting posting, Transactions transactions) {
        this.tables = tables;
        this.posting = posting;
        this.transactions = transactions;
    }

    Optional<Reservation> find(UUID id) {
        return Optional.ofNullable(tables.find(List.of(id)).get(id));
    }

    /**
     * Releases what is open; what was released or has expired stays as it is.
     *
     * @throws ShopException {@code reservation-not-found}; {@code reservation-closed} when an order consumed it;
     *     {@code reservation-held} when it is part of a hold
     */
    Reservation release(UUID id) {
        return transactions.inOne(() -> {
            Reservation reservation = require(id);
            Instant now = posting.now();
            if (tables.release(id, reservation.storeId(), now)) {
                end(reservation, Reservation.RELEASED, now);
            }
            Reservation after = require(id);
            if (after.state().equals(Reservation.OPEN)) {
                throw new ShopException(
                        StockError.RESERVATION_HELD,
                        "Cannot release reservation " + id + ": it is part of a hold and ends with it",
                        Map.of("reservationId", id.toString()));
            }
            if (after.state().equals(Reservation.CONSUMED)) {
                throw new ShopException(
                        StockError.RESERVATION_CLOSED,
                        "Cannot release reservation " + id + ": an order consumed it",
                        Map.of("reservationId", id.toString()));
            }
            return after;
        });
    }

    /**
     * Expires all open reservations whose time is over, each in a transaction of its own.
     *
     * @return how many
     */
    int expire() {
        int expired = 0;
        List<UUID> overdue;
        do {
            overdue = tables.overdue(posting.now(), CHUNK);
            for (UUID id : overdue) {
                expired += transactions.inOne(() -> expire(id)) ? 1 : 0;
            }
        } while (overdue.size() == CHUNK);
        return expired;
    }

    private boolean expire(UUID id) {
        Reservation reservation = require(id);
        Instant now = posting.now();
        if (!tables.expire(id, reservation.storeId(), now)) {
            return false;
        }
        end(reservation, Reservation.EXPIRED, now);
        return true;
    }

    private Reservation require(UUID id) {
        return find(id).orElseThrow(
                        () -> new ShopException(StockError.RESERVATION_NOT_FOUND, "There is no reservation " + id));
    }

    private void end(Reservation reservation, String state, Instant now) {
        Store store = Objects.requireNonNull(
                posting.stores(List.of(reservation.store())).get(reservation.store()));
        List<StockMove> moves = posting.move(List.of(
                        reservation.release(now, store.businessTimeOf(now).date())))
                .get(0);
        posting.announce(StockPosting.event(
                EventType.RESERVATION_CHANGED,
                reservation.id(),
                now,
                now,
                store,
                Reservations.payload(reservation, state, moves)));
    }
}
