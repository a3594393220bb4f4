package io.storehouse.shop.sales;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Voids orders within their open shift: each once, and only whole. */
@Component
class Voids implements DocumentKind<VoidOrder, VoidOrder, VoidOrder.Voided> {
    private static final String STATE = """
            select s.code as store, o.till, o.shift_id,
                exists(select 1 from order_void v where v.order_id = o.id) as voided,
                exists(select 1 from sale_return r where r.order_id = o.id) as returned
            from sale_order o
            join store s on s.id = o.store_id
            where o.uuid = :id
            """;

    private final Documents documents;
    private final Transactions transactions;
    private final Returns returns;
    private final Inverses inverses;
    private final ReturnTables tables;
    private final VoidPlaces places;
    private final JdbcClient jdbc;

    Voids(
            Documents documents,
            Transactions transactions,
            Returns returns,
            Inverses inverses,
            ReturnTables tables,
            VoidPlaces places,
            JdbcClient jdbc) {
        this.documents = documents;
        this.transactions = transactions;
        this.returns = returns;
        this.inverses = inverses;
        this.tables = tables;
        this.places = places;
        this.jdbc = jdbc;
    }

    /** Voids an order, and answers with the return that does it. */
    AcceptedReturn voidOrder(VoidOrder command) {
        return transactions.inOne(() -> {
            boolean before = documents.recordOnce(this, List.of(command)).get(0).replayed();
            AcceptedReturn inverse =
                    returns.accept(List.of(inverses.of(command))).get(0);
            if (inverse.replayed() != before) {
                throw new ShopException(
                        SalesError.ALREADY_RECORDED,
                        "Cannot void by " + command.id() + ": it is the id of another return");
            }
            return inverse;
        });
    }

    @Override
    public void lock(List<VoidOrder> commands) {
        tables.lock(commands.stream().map(VoidOrder::order).toList());
    }

    @Override
    public List<VoidOrder> prepare(List<VoidOrder> commands) {
        commands.forEach(this::check);
        return commands;
    }

    private void check(VoidOrder command) {
        State state = jdbc.sql(STATE)
                .param("id", command.order().toString())
                .query(State.class)
                .optional()
                .orElseThrow(() -> missing(command.order()));
        if (state.voided()) {
            throw new ShopException(
                    SalesError.ALREADY_VOIDED,
                    "Cannot void " + command.order() + ": it is void",
                    Map.of("orderId", command.order().toString()));
        }
        if (state.returned()) {
            throw new ShopException(
                    SalesError.ALREADY_RETURNED,
                    "Cannot void " + command.order() + ": something of it came back; take the rest back");
        }
        if (state.till() == null
                || state.shiftId() == null
                || places.openShift(state.store(), state.till()) != state.shiftId()) {
            throw new ShopException(
                    SalesError.SHIFT_OVER,
                    "Cannot void " + command.order() + ": the shift that sold it is not open; take it back instead");
        }
    }

    @Override
    public void write(List<VoidOrder> commands) {
        for (VoidOrder command : commands) {
            jdbc.sql("""
                    insert into order_void (order_id, return_uuid, reason, approved_by, voided_at)
                    select id, :return, :reason, :by, :at from sale_order where uuid = :order
                    """)
                    .param("return", command.id().toString())
                    .param("reason", command.reason())
                    .param("by", command.approvedBy())
                    .param("at", Rows.utc(command.occurredAt()))
                    .param("order", command.order().toString())
                    .update();
        }
    }

    @Override
    public String scope() {
        return "void";
    }

    @Override
    public UUID id(VoidOrder command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(VoidOrder command) {
        return new CommandHash()
                .add(command.order())
                .add(command.occurredAt())
                .add(command.reason())
                .value();
    }

    @Override
    public Class<VoidOrder.Voided> responseType() {
        return VoidOrder.Voided.class;
    }

    @Override
    public VoidOrder.Voided response(VoidOrder command) {
        return new VoidOrder.Voided(command.id(), command.order(), false);
    }

    @Override
    public VoidOrder.Voided replayed(VoidOrder.Voided first) {
        return new VoidOrder.Voided(first.id(), first.order(), true);
    }

    static ShopException missing(UUID order) {
        return new ShopException(SalesError.ORDER_NOT_FOUND, "There is no order " + order);
    }

    private record State(
            String store, @Nullable String till, @Nullable Long shiftId, boolean voided, boolean returned) {}
}
