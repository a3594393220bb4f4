package io.storehouse.shop.sales;

import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.access.Caller;
import io.storehouse.shop.audit.Actor;
import io.storehouse.shop.audit.CurrentActor;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.registers.Arrival;
import io.storehouse.shop.registers.Booking;
import io.storehouse.shop.registers.ShiftBook;
import io.storehouse.shop.stock.DocumentMoves;
import io.storehouse.shop.stock.StockLedger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What sales and returns have in common: their keys, their stock moves, their events. */
@Component
class Posting {
    private final ShiftBook shifts;
    private final StockLedger ledger;
    private final Outbox outbox;
    private final SurrogateKeys keys;
    private final CurrentActor current;
    private final Clock clock;

    Posting(
            ShiftBook shifts,
            StockLedger ledger,
            Outbox outbox,
            SurrogateKeys keys,
            CurrentActor current,
            Clock clock) {
        this.shifts = shifts;
        this.ledger = ledger;
        this.outbox = outbox;
        this.keys = keys;
        this.current = current;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    long nextKey() {
        return keys.next();
    }

    /** Who of the staff makes the running request, or null. */
    @Nullable
    String staff() {
        Actor actor = current.actor();
        return Caller.Role.ofCode(actor.role())
                .filter(Caller.Role::isOfStaff)
                .map(role -> actor.who())
                .orElse(null);
    }

    /** The shifts that documents fall to, in their order; empty where their till is no register. */
    List<OptionalLong> shifts(List<Arrival> arrivals) {
        return shifts.assign(arrivals);
    }

    /**
     * Requires a register for the cash of a person who signed in: a till is known by its token, and may be none.
     *
     * @param shift that the document falls to
     */
    void requireDrawer(Arrival arrival, Channel channel, List<Tendered> money, OptionalLong shift) {
        if (shift.isEmpty()
                && channel == Channel.TILL
                && staff() != null
                && money.stream().anyMatch(Tendered::isCash)) {
            shifts.requireRegister(arrival.store(), arrival.till());
        }
    }

    /** Adds documents to their shifts; registers are locked before stock. */
    void book(Stream<Optional<Booking>> bookings) {
        shifts.book(bookings.flatMap(Optional::stream).toList());
    }

    /** Moves the stock of all documents, then announces each with its moves. */
    <D> void post(
            List<D> documents,
            Function<D, DocumentMoves> movesOf,
            BiFunction<D, List<StockMove>, OutboxMessage> eventOf) {
        announce(documents, move(documents, movesOf), eventOf);
    }

    /** Moves the stock of all documents. */
    <D> List<List<StockMove>> move(List<D> documents, Function<D, DocumentMoves> movesOf) {
        return ledger.post(documents.stream().map(movesOf).toList());
    }

    /** Announces each document with its moves. */
    <D> void announce(
            List<D> documents, List<List<StockMove>> moves, BiFunction<D, List<StockMove>, OutboxMessage> eventOf) {
        List<OutboxMessage> messages = new ArrayList<>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            messages.add(eventOf.apply(documents.get(i), moves.get(i)));
        }
        outbox.append(messages);
    }

    static void add(CommandHash hash, List<Tendered> payments) {
        hash.add(payments.size());
        for (Tendered payment : payments) {
            hash.add(payment.id()).add(payment.tender()).add(payment.amount());
            if (payment.tendered() != null) {
                hash.add("tendered").add(payment.tendered());
            }
            if (payment.giftCard() != null) {
                hash.add(payment.giftCard().hash());
            }
        }
    }
}
