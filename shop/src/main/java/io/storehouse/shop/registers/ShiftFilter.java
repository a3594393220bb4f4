package io.storehouse.shop.registers;

import io.storehouse.shop.documents.ListedDays;
import io.storehouse.shop.documents.PageSql;
import io.storehouse.shop.documents.Sort;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which shifts of a store a list has, and in which order; the newest come first where nothing else is asked for.
 *
 * @param register the register's code, or null for all
 * @param state {@code open}, {@code closed} or {@code all}
 * @param days of their opening
 * @param after only those that come after this one
 */
record ShiftFilter(
        String store,
        @Nullable ShiftKind kind,
        @Nullable String register,
        String state,
        ListedDays days,
        @Nullable UUID after) {

    /** The end of a statement on {@code shift s}, its register {@code r} and its store {@code st}, from {@code from} on. */
    String sql() {
        return "from shift s force index (" + index() + ")"
                + " join register r on r.id = s.register_id join store st on st.id = s.store_id "
                + page().sql();
    }

    private PageSql page() {
        PageSql rows = new PageSql("shift", "s")
                .and("s.store_id = (select id from store where code = :store)", "store", store)
                .and("s.kind = :kind", "kind", kind == null ? null : kind.code())
                .and(
                        "s.register_id = (select g.id from register g join store o on o.id = g.store_id"
                                + " where o.code = :store and g.code = :register)",
                        "register",
                        register);
        if (!state.equals("all")) {
            rows.and(state.equals("open") ? "s.closed_at is null" : "s.closed_at is not null", Map.of());
        }
        return days.page(rows, Sort.NEWEST, after);
    }

    /** The optimizer would rather walk the primary key through all other stores' shifts. */
    private String index() {
        if (days.dated()) {
            return "shift_day";
        }
        if (register != null) {
            return "shift_register";
        }
        return state.equals("open") ? "shift_still_open" : "shift_store";
    }

    /** All but the limit. */
    Map<String, Object> parameters() {
        return page().parameters();
    }
}
