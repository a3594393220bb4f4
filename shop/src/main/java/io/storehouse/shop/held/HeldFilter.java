package io.storehouse.shop.held;

import io.storehouse.shop.documents.PageSql;
import io.storehouse.shop.documents.Sort;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the sales that a store holds a list has, by when they were put aside.
 *
 * @param till that answers for them, or null for all
 * @param after only those that come after this one
 */
record HeldFilter(
        String store,
        @Nullable String till,
        Sort sort,
        @Nullable UUID after) {

    /** The end of a statement on {@code held_sale h} and its store {@code s}, from {@code from} on. */
    String sql() {
        return "from held_sale h force index (held_sale_store) join store s on s.id = h.store_id " + page().sql();
    }

    private PageSql page() {
        return new PageSql("held_sale", "h")
                .and("h.store_id = (select id from store where code = :store)", "store", store)
                .and("h.recalled_at is null and h.forgotten_at is null", Map.of())
                .and("h.till = :till", "till", till)
                .page(sort, after);
    }

    /** All but the limit. */
    Map<String, Object> parameters() {
        return page().parameters();
    }
}
