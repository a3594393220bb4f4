package io.storehouse.shop.registers;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How shifts are closed, one command at a time. What it costs does not depend on what the shift did. */
@Component
class ShiftClosings implements DocumentKind<CloseShift, ShiftClosing, ShiftClosing.Recorded> {
    private final Stores stores;
    private final Registers registers;
    private final ShiftTables shifts;
    private final HeldSales held;
    private final Outbox outbox;
    private final Clock clock;

    ShiftClosings(Stores stores, Registers registers, ShiftTables shifts, HeldSales held, Outbox outbox, Clock clock) {
        this.stores = stores;
        this.registers = registers;
        this.shifts = shifts;
        this.held = held;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public List<ShiftClosing> prepare(List<CloseShift> commands) {
        return commands.stream().map(this::prepare).toList();
    }

    private ShiftClosing prepare(CloseShift command) {
        if (command.unsynced() > 0) {
            throw new ShopException(
                    RegisterError.UNSYNCED_SALES,
                    "Cannot close: the till has " + command.unsynced() + " unsynced sales; let it send them first",
                    Map.of("unsynced", command.unsynced()));
        }
        registers.lock(Set.of(shifts.require(command.shift()).registerId()));
        ShiftReport report = shifts.report(command.shift());
        Shift shift = report.shift();
        if (!shift.isOpen()) {
            throw ShiftTables.closed(shift.id().toString());
        }
        requireNothingHeld(shift);
        return new ShiftClosing(command, shift, report.counted(command.counted().total()), clock.instant());
    }

    private void requireNothingHeld(Shift shift) {
        if (shift.kind() == ShiftKind.RESCUE) {
            return;
        }
        Store store = stores.require(shift.store());
        long number = held.of(store.id(), shift.register());
        if (number > 0) {
            throw new ShopException(
                    RegisterError.HELD_SALES,
                    "Cannot close: the till holds " + number + " sales; recall them or hand them over",
                    Map.of("held", number));
        }
    }

    @Override
    public void write(List<ShiftClosing> closings) {
        closings.forEach(shifts::close);
        outbox.append(closings.stream()
                .map(closing -> ShiftEvents.closed(
                        closing, stores.require(closing.shift().store())))
                .toList());
    }

    @Override
    public String scope() {
        return "shift-close";
    }

    @Override
    public UUID id(CloseShift command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(CloseShift command) {
        CommandHash hash = new CommandHash().add(command.shift());
        command.counted().add(hash);
        return hash.add(command.unsynced()).value();
    }

    @Override
    public Class<ShiftClosing.Recorded> responseType() {
        return ShiftClosing.Recorded.class;
    }

    @Override
    public ShiftClosing.Recorded response(ShiftClosing closing) {
        return new ShiftClosing.Recorded(closing.command().id(), closing.shift().id(), false);
    }

    @Override
    public ShiftClosing.Recorded replayed(ShiftClosing.Recorded first) {
        return new ShiftClosing.Recorded(first.id(), first.shift(), true);
    }
}
