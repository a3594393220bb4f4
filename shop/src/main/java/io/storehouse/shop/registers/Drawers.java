package io.storehouse.shop.registers;

import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class Drawers implements ShiftBook {
    /** Who opens rescue shifts. */
    private static final String SHOP = "shop";

    private final Registers registers;
    private final ShiftTables shifts;
    private final Outbox outbox;
    private final SurrogateKeys keys;
    private final Clock clock;

    Drawers(Registers registers, ShiftTables shifts, Outbox outbox, SurrogateKeys keys, Clock clock) {
        this.registers = registers;
        this.shifts = shifts;
        this.outbox = outbox;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OptionalLong> assign(List<Arrival> arrivals) {
        Map<Place, OpenShifts> known = lock(arrivals);
        Instant now = clock.instant();
        List<OpenedDrawer> rescues = new ArrayList<>();
        List<OptionalLong> assigned = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            OpenShifts open = arrival.till() == null
                    ? null
                    : known.get(new Place(arrival.store().id(), arrival.till()));
            assigned.add(open == null ? OptionalLong.empty() : OptionalLong.of(shift(arrival, open, now, rescues)));
        }
        if (!rescues.isEmpty()) {
            shifts.insert(rescues);
            outbox.append(rescues.stream().map(ShiftEvents::opened).toList());
        }
        return assigned;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void book(List<Booking> bookings) {
        if (!bookings.isEmpty()) {
            shifts.grow(ShiftTotals.of(bookings));
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireOpen(Store store, String till) {
        assign(List.of(new Arrival(store, till, clock.instant(), false)));
    }

    @Override
    public void requireRegister(Store store, @Nullable String till) {
        List<String> codes = registers.all(store).stream().map(Register::code).toList();
        if (!codes.isEmpty()) {
            throw new ShopException(
                    RegisterError.REGISTER_REQUIRED,
                    "Cannot take or give cash " + (till == null ? "without a till" : "at " + till)
                            + ": name a register of " + store.code() + " as the till: " + String.join(", ", codes),
                    Map.of("store", store.code(), "registers", codes));
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalLong openShift(Store store, String till) {
        return registers.lock(store, till).stream()
                .flatMap(register -> shifts.open(Set.of(register.id())).stream())
                .filter(shift -> shift.kind() == ShiftKind.REGULAR)
                .mapToLong(Shift.Open::key)
                .findFirst();
    }

    @Override
    public boolean hasShifts(int storeId) {
        return shifts.any(storeId);
    }

    private Map<Place, OpenShifts> lock(List<Arrival> arrivals) {
        Map<Integer, TreeSet<String>> tills = new TreeMap<>();
        for (Arrival arrival : arrivals) {
            if (arrival.till() != null) {
                tills.computeIfAbsent(arrival.store().id(), store -> new TreeSet<>())
                        .add(arrival.till());
            }
        }
        if (tills.isEmpty()) {
            return Map.of();
        }
        Map<Place, OpenShifts> places = new HashMap<>();
        Map<Integer, OpenShifts> byRegister = new HashMap<>();
        for (Register register : registers.lock(tills)) {
            OpenShifts open = new OpenShifts(register);
            places.put(new Place(register.storeId(), register.code()), open);
            byRegister.put(register.id(), open);
        }
        if (!byRegister.isEmpty()) {
            shifts.open(byRegister.keySet())
                    .forEach(shift -> Objects.requireNonNull(byRegister.get(shift.registerId()))
                            .put(shift));
        }
        return places;
    }

    private long shift(Arrival arrival, OpenShifts open, Instant now, List<OpenedDrawer> rescues) {
        Shift.Open regular = open.regular();
        if (!arrival.offline()) {
            if (regular == null) {
                throw new ShopException(
                        RegisterError.NO_OPEN_SHIFT,
                        "Cannot sell at register " + open.register().code() + ": it has no open shift",
                        Map.of("register", open.register().code()));
            }
            return regular.key();
        }
        if (regular != null && !regular.openedAt().isAfter(arrival.occurredAt())) {
            return regular.key();
        }
        Shift.Open rescue = open.rescue();
        if (rescue != null) {
            return rescue.key();
        }
        OpenedDrawer opened = new OpenedDrawer(
                keys.next(),
                UUID.randomUUID(),
                arrival.store(),
                open.register(),
                ShiftKind.RESCUE,
                Count.nothing(),
                SHOP,
                now);
        rescues.add(opened);
        open.put(new Shift.Open(opened.key(), opened.register().id(), opened.kind(), now));
        return opened.key();
    }

    private record Place(int store, String till) {}
}
