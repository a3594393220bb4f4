package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.ListedTimes;
import io.storehouse.shop.documents.PageSql;
import io.storehouse.shop.documents.Sort;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a store a list has, and in which order; the newest come first where nothing else is asked for.
 *
 * @param supplier the supplier's code, or null for all
 * @param times when they were made
 * @param after only those that come after this one
 */
record OrderFilter(
        String store,
        @Nullable OrderState state,
        @Nullable String supplier,
        ListedTimes times,
        @Nullable UUID after) {

    /** The end of a statement on {@code purchase_order o} and its store {@code s}, from {@code from} on. */
    String sql() {
        return "from purchase_order o force index (" + index() + ") join store s on s.id = o.store_id " + page().sql();
    }

    private PageSql page() {
        PageSql rows = new PageSql("purchase_order", "o")
                .and("o.store_id = (select id from store where code = :store)", "store", store)
                .and("o.state = :state", "state", state == null ? null : state.code())
                .and("o.supplier = :supplier", "supplier", supplier);
        return times.page(rows, "created_at", Sort.NEWEST, after);
    }

    private String index() {
        if (times.timed()) {
            return "purchase_order_time";
        }
        if (supplier != null) {
            return "purchase_order_supplier";
        }
        return state == null ? "purchase_order_store" : "purchase_order_state";
    }

    /** All but the limit. */
    Map<String, Object> parameters() {
        return page().parameters();
    }
}
