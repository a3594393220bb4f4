package io.storehouse.shop.stock;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.stores.Store;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class HeldGoods implements StockHolds {
    /** No clock ends a hold. */
    private static final Instant NEVER = Instant.parse("9999-12-30T00:00:00Z");

    private final StockPosting posting;
    private final ReservationTables reservations;
    private final HoldTables tables;
    private final SurrogateKeys keys;

    HeldGoods(StockPosting posting, ReservationTables reservations, HoldTables tables, SurrogateKeys keys) {
        this.posting = posting;
        this.reservations = reservations;
        this.tables = tables;
        this.keys = keys;
    }

    @Override
    public void hold(Hold hold) {
        if (hold.quantity().signum() <= 0) {
            throw StockPosting.invalid("Invalid quantity of " + hold.sku() + ": expected above 0");
        }
        Instant now = posting.now();
        Dated<Hold> document = posting.date(
                hold,
                now,
                Objects.requireNonNull(posting.stores(List.of(hold.store())).get(hold.store())),
                posting.goods(List.of(hold.sku())));
        Reservation held = new Reservation(
                document.key(),
                hold.id(),
                hold.reference(),
                document.store().id(),
                document.store().code(),
                Reservation.HELD,
                now,
                document.recordedAt(),
                document.businessTime().date(),
                NEVER,
                List.of(new Reservation.Line(hold.sku(), hold.quantity())));
        reservations.insert(List.of(held));
        DocumentMoves moves = document.moves("reservation");
        moves.reserve(hold.sku(), hold.quantity());
        List<StockMove> moved = posting.move(List.of(moves)).get(0);
        posting.announce(event(held, Reservation.OPEN, document.store(), now, moved));
    }

    @Override
    public void pass(List<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        SortedMap<UUID, BigDecimal> taken = new TreeMap<>();
        parts.forEach(part -> taken.merge(part.hold(), part.quantity().negate(), BigDecimal::add));
        requireAll(tables.change(taken), taken);
        Map<UUID, Reservation> holds = reservations.find(taken.keySet());
        Map<String, Store> stores = stores(holds.values());
        Instant now = posting.now();
        List<Reservation> made = new ArrayList<>();
        List<Reservation> origins = new ArrayList<>();
        List<OutboxMessage> messages = new ArrayList<>();
        for (Part part : parts) {
            Reservation hold = Objects.requireNonNull(holds.get(part.hold()));
            Store store = Objects.requireNonNull(stores.get(hold.store()));
            Reservation reservation = part(part, hold, store, now);
            made.add(reservation);
            origins.add(hold);
            messages.add(event(reservation, Reservation.OPEN, store, now, List.of()));
        }
        tables.insert(made, origins);
        posting.announce(messages);
    }

    private Reservation part(Part part, Reservation hold, Store store, Instant now) {
        return new Reservation(
                keys.next(),
                part.reservation(),
                hold.reference(),
                hold.storeId(),
                hold.store(),
                Reservation.OPEN,
                now,
                now,
                store.businessTimeOf(now).date(),
                part.expiresAt(),
                List.of(new Reservation.Line(hold.lines().get(0).sku(), part.quantity())));
    }

    private static void requireAll(int[] counts, SortedMap<UUID, BigDecimal> asked) {
        int at = 0;
        for (UUID hold : asked.keySet()) {
            if (counts[at++] != 1) {
                throw new IllegalStateException("Hold " + hold + " has ended, or has less left than is passed on");
            }
        }
    }

    @Override
    public Set<UUID> taken(Collection<UUID> asked) {
        return reservations.find(asked).keySet();
    }

    @Override
    public Set<UUID> takeBack(Collection<UUID> asked) {
        Set<UUID> back = new HashSet<>();
        if (asked.isEmpty()) {
            return back;
        }
        Instant now = posting.now();
        List<UUID> sorted = asked.stream().sorted().toList();
        int[] counts = tables.endParts(sorted, now);
        Set<UUID> ended = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                ended.add(sorted.get(i));
            }
        }
        Map<UUID, Reservation> parts = reservations.find(ended);
        Map<UUID, UUID> holds = ended.isEmpty() ? Map.of() : tables.holdsOf(ended);
        Map<UUID, List<Reservation>> byHold = parts.values().stream()
                .collect(Collectors.groupingBy(
                        part -> Objects.requireNonNull(holds.get(part.id())), TreeMap::new, Collectors.toList()));
        Map<String, Store> stores = stores(parts.values());
        byHold.forEach((hold, own) -> {
            BigDecimal sum =
                    own.stream().map(part -> part.lines().get(0).quantity()).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (tables.change(new TreeMap<>(Map.of(hold, sum)))[0] == 1) {
                own.forEach(part -> back.add(part.id()));
            }
        });
        announceEnded(parts.values(), back, stores, now);
        return back;
    }

    /** What did not go back to its hold goes to the store. */
    private void announceEnded(Collection<Reservation> ended, Set<UUID> back, Map<String, Store> stores, Instant now) {
        List<Reservation> toStore =
                ended.stream().filter(part -> !back.contains(part.id())).toList();
        List<List<StockMove>> moved = toStore.isEmpty()
                ? List.of()
                : posting.move(toStore.stream()
                        .map(part -> part.release(
                                now, storeOf(part, stores).businessTimeOf(now).date()))
                        .toList());
        Map<UUID, List<StockMove>> moves = new HashMap<>();
        for (int i = 0; i < toStore.size(); i++) {
            moves.put(toStore.get(i).id(), moved.get(i));
        }
        posting.announce(ended.stream()
                .map(part -> event(
                        part,
                        Reservation.RELEASED,
                        storeOf(part, stores),
                        now,
                        moves.getOrDefault(part.id(), List.of())))
                .toList());
    }

    @Override
    public void release(UUID hold) {
        Instant now = posting.now();
        if (!tables.end(hold, now)) {
            return;
        }
        Reservation held =
                Objects.requireNonNull(reservations.find(List.of(hold)).get(hold));
        Store store = storeOf(held, stores(List.of(held)));
        boolean left = held.lines().get(0).quantity().signum() > 0;
        List<StockMove> moves = left
                ? posting.move(List.of(
                                held.release(now, store.businessTimeOf(now).date())))
                        .get(0)
                : List.of();
        posting.announce(event(held, Reservation.RELEASED, store, now, moves));
    }

    private Map<String, Store> stores(Collection<Reservation> held) {
        return held.isEmpty()
                ? Map.of()
                : posting.stores(held.stream().map(Reservation::store).collect(Collectors.toSet()));
    }

    private static Store storeOf(Reservation reservation, Map<String, Store> stores) {
        return Objects.requireNonNull(stores.get(reservation.store()));
    }

    private static OutboxMessage event(
            Reservation reservation, String state, Store store, Instant now, List<StockMove> moves) {
        return StockPosting.event(
                EventType.RESERVATION_CHANGED,
                reservation.id(),
                now,
                now,
                store,
                Reservations.payload(reservation, state, moves));
    }
}
