package io.storehouse.shop.registers;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.SurrogateKeys;
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

/** How shifts are opened, one command at a time. */
@Component
class ShiftOpenings implements DocumentKind<OpenShift, OpenedDrawer, OpenedShift> {
    private final Stores stores;
    private final Registers registers;
    private final ShiftTables shifts;
    private final Outbox outbox;
    private final SurrogateKeys keys;
    private final Clock clock;

    ShiftOpenings(
            Stores stores, Registers registers, ShiftTables shifts, Outbox outbox, SurrogateKeys keys, Clock clock) {
        this.stores = stores;
        this.registers = registers;
        this.shifts = shifts;
        this.outbox = outbox;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<OpenedDrawer> prepare(List<OpenShift> commands) {
        return commands.stream().map(this::prepare).toList();
    }

    private OpenedDrawer prepare(OpenShift command) {
        Store store = stores.require(command.store());
        Register register = registers.lockKnown(store, command.register());
        if (shifts.open(Set.of(register.id())).stream().anyMatch(shift -> shift.kind() == ShiftKind.REGULAR)) {
            throw new ShopException(
                    RegisterError.SHIFT_ALREADY_OPEN,
                    "Cannot open a shift of register " + register.code() + ": it has one; close that first",
                    Map.of("register", register.code()));
        }
        return new OpenedDrawer(
                keys.next(),
                command.id(),
                store,
                register,
                ShiftKind.REGULAR,
                command.openingFloat(),
                command.by(),
                clock.instant());
    }

    @Override
    public void write(List<OpenedDrawer> opened) {
        shifts.insert(opened);
        outbox.append(opened.stream().map(ShiftEvents::opened).toList());
    }

    @Override
    public String scope() {
        return "shift-open";
    }

    @Override
    public UUID id(OpenShift command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(OpenShift command) {
        CommandHash hash = new CommandHash().add(command.store()).add(command.register());
        command.openingFloat().add(hash);
        return hash.value();
    }

    @Override
    public Class<OpenedShift> responseType() {
        return OpenedShift.class;
    }

    @Override
    public OpenedShift response(OpenedDrawer opened) {
        return new OpenedShift(
                opened.id(),
                opened.store().code(),
                opened.register().code(),
                opened.businessTime().date(),
                opened.at(),
                opened.openingFloat().total(),
                false);
    }

    @Override
    public OpenedShift replayed(OpenedShift first) {
        return new OpenedShift(
                first.id(),
                first.store(),
                first.register(),
                first.businessDate(),
                first.openedAt(),
                first.openingFloat(),
                true);
    }
}
