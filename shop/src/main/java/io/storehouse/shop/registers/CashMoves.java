package io.storehouse.shop.registers;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.stores.Stores;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How cash moves are recorded, one command at a time. */
@Component
class CashMoves implements DocumentKind<MoveCash, CashMove, CashMove.Recorded> {
    private final Stores stores;
    private final Registers registers;
    private final ShiftTables shifts;
    private final Outbox outbox;
    private final SurrogateKeys keys;
    private final Clock clock;

    CashMoves(Stores stores, Registers registers, ShiftTables shifts, Outbox outbox, SurrogateKeys keys, Clock clock) {
        this.stores = stores;
        this.registers = registers;
        this.shifts = shifts;
        this.outbox = outbox;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<CashMove> prepare(List<MoveCash> commands) {
        return commands.stream().map(this::prepare).toList();
    }

    private CashMove prepare(MoveCash command) {
        registers.lock(Set.of(shifts.require(command.shift()).registerId()));
        Shift shift = shifts.require(command.shift());
        if (!shift.isOpen()) {
            throw ShiftTables.closed(shift.id().toString());
        }
        return new CashMove(keys.next(), command, shift, clock.instant());
    }

    @Override
    public void write(List<CashMove> moves) {
        moves.forEach(shifts::move);
        outbox.append(moves.stream()
                .map(move -> ShiftEvents.moved(move, stores.require(move.shift().store())))
                .toList());
    }

    @Override
    public String scope() {
        return "cash-move";
    }

    @Override
    public UUID id(MoveCash command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(MoveCash command) {
        return new CommandHash()
                .add(command.shift())
                .add(command.kind().code())
                .add(command.amount())
                .add(command.reason())
                .value();
    }

    @Override
    public Class<CashMove.Recorded> responseType() {
        return CashMove.Recorded.class;
    }

    @Override
    public CashMove.Recorded response(CashMove move) {
        MoveCash command = move.command();
        return new CashMove.Recorded(
                command.id(),
                command.shift(),
                command.kind().code(),
                command.amount(),
                command.reason(),
                move.at(),
                false);
    }

    @Override
    public CashMove.Recorded replayed(CashMove.Recorded first) {
        return new CashMove.Recorded(
                first.id(), first.shift(), first.kind(), first.amount(), first.reason(), first.movedAt(), true);
    }
}
