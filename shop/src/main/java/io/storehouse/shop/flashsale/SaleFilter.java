package io.storehouse.shop.flashsale;

import io.storehouse.shop.documents.ListedTimes;
import io.storehouse.shop.documents.PageSql;
import io.storehouse.shop.documents.Sort;
import io.storehouse.shop.stores.StoreScope;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which sales a list has, and in which order; the oldest come first where nothing else is asked for.
 *
 * @param state only those in that state, or null
 * @param times when they begin
 * @param after only those that come after this one
 */
record SaleFilter(
        StoreScope scope,
        @Nullable String state,
        ListedTimes times,
        @Nullable UUID after) {

    /** The statement made of one that reads {@code flash_sale f} last but for its store. */
    String sql(String select) {
        return select.replace("flash_sale f", "flash_sale f " + index()) + page().sql();
    }

    private PageSql page() {
        StoreScope.Condition own = scope.onKey("f.store_id");
        PageSql rows =
                new PageSql("flash_sale", "f").and(own.sql(), own.parameters()).and("f.state = :state", "state", state);
        return times.page(rows, "starts_at", Sort.OLDEST, after);
    }

    /** Of several stores and all states the sales lie in the primary key in the order they are read. */
    private String index() {
        boolean one = scope.codes().size() == 1;
        if (times.timed()) {
            return one ? "force index (flash_sale_store_start)" : "force index (flash_sale_start)";
        }
        if (state != null) {
            return one ? "force index (flash_sale_store_state)" : "force index (flash_sale_states)";
        }
        return one ? "force index (flash_sale_store)" : "";
    }

    /** All but the limit. */
    Map<String, Object> parameters() {
        return page().parameters();
    }
}
