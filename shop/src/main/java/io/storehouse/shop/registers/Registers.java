package io.storehouse.shop.registers;

import io.storehouse.shop.documents.Texts;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of registers. Whoever changes a drawer locks its register first. */
@Component
class Registers {
    private static final String SELECT = "select id, store_id, code, name from register ";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    Registers(JdbcClient jdbc, Outbox outbox, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes a till a register, or names it anew; an event leaves only when something changed. */
    Register define(Store store, String code, String name) {
        if (!Texts.isCode(Texts.TILL, code)) {
            throw new ShopException(RegisterError.INVALID_REGISTER, "Invalid register code: '" + code + "'");
        }
        return transactions.inOne(() -> {
            Optional<Register> before = lock(store, code);
            if (before.filter(known -> known.name().equals(name)).isPresent()) {
                return before.get();
            }
            jdbc.sql("""
                    insert into register (store_id, code, name) values (:store, :code, :name)
                    on duplicate key update name = values(name)
                    """)
                    .param("store", store.id())
                    .param("code", code)
                    .param("name", name)
                    .update();
            outbox.append(List.of(ShiftEvents.defined(store, code, name, clock.instant())));
            return lockKnown(store, code);
        });
    }

    Optional<Register> find(Store store, String code) {
        return jdbc.sql(SELECT + "where store_id = :store and code = :code")
                .param("store", store.id())
                .param("code", code)
                .query(Register.class)
                .optional();
    }

    /** All registers of a store, by code. */
    List<Register> all(Store store) {
        return jdbc.sql(SELECT + "where store_id = :store order by code")
                .param("store", store.id())
                .query(Register.class)
                .list();
    }

    /** The known registers among the codes of each store, locked in the order of store and code. */
    List<Register> lock(Map<Integer, ? extends Collection<String>> codes) {
        List<String> all =
                codes.values().stream().flatMap(Collection::stream).distinct().toList();
        return jdbc.sql(SELECT + """
                        force index (register_code)
                        where store_id in (:stores) and code in (:codes)
                        for update
                        """)
                .param("stores", codes.keySet())
                .param("codes", all)
                .query(Register.class)
                .list();
    }

    Optional<Register> lock(Store store, String code) {
        return lock(Map.of(store.id(), List.of(code))).stream().findFirst();
    }

    /** The register, locked. */
    Register lockKnown(Store store, String code) {
        return lock(store, code).orElseThrow(() -> unknown(store, code));
    }

    void lock(Collection<Integer> ids) {
        jdbc.sql("select id from register where id in (:ids) order by id for update")
                .param("ids", ids)
                .query(Integer.class)
                .list();
    }

    private static ShopException unknown(Store store, String code) {
        return new ShopException(
                RegisterError.UNKNOWN_REGISTER,
                "Unknown register: " + code + " in " + store.code(),
                Map.of("store", store.code(), "register", code));
    }
}
