package io.storehouse.shop.held;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.registers.ShiftBook;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How sales are put aside. A register holds them only within a shift, so that none is left in a closed one. */
@Component
class Holds implements DocumentKind<HoldSale, HeldSale, HeldSale.Held> {
    private final Stores stores;
    private final ShiftBook shifts;
    private final HeldTable table;
    private final HeldSettings settings;
    private final SurrogateKeys keys;
    private final Clock clock;

    Holds(Stores stores, ShiftBook shifts, HeldTable table, HeldSettings settings, SurrogateKeys keys, Clock clock) {
        this.stores = stores;
        this.shifts = shifts;
        this.table = table;
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<HeldSale> prepare(List<HoldSale> commands) {
        return commands.stream().map(this::prepare).toList();
    }

    private HeldSale prepare(HoldSale command) {
        Store store = stores.require(command.store());
        shifts.requireOpen(store, command.till());
        Instant now = clock.instant();
        return new HeldSale(keys.next(), command, store, now, now.plus(settings.expiry()));
    }

    @Override
    public void write(List<HeldSale> sales) {
        table.insert(sales);
    }

    @Override
    public String scope() {
        return "hold";
    }

    @Override
    public UUID id(HoldSale command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(HoldSale command) {
        return new CommandHash()
                .add(command.store())
                .add(command.label())
                .add(command.cart())
                .value();
    }

    @Override
    public Class<HeldSale.Held> responseType() {
        return HeldSale.Held.class;
    }

    @Override
    public HeldSale.Held response(HeldSale sale) {
        HoldSale command = sale.command();
        return new HeldSale.Held(command.id(), command.store(), command.till(), sale.heldAt(), sale.expiresAt(), false);
    }

    @Override
    public HeldSale.Held replayed(HeldSale.Held first) {
        return new HeldSale.Held(first.id(), first.store(), first.till(), first.heldAt(), first.expiresAt(), true);
    }
}
