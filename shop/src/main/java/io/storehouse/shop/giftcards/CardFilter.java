package io.storehouse.shop.giftcards;

import io.storehouse.shop.documents.ListedTimes;
import io.storehouse.shop.documents.PageSql;
import io.storehouse.shop.documents.Sort;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which gift cards a list has, and in which order; the newest come first where nothing else is asked for.
 *
 * @param store that issued them, or null for all
 * @param state {@code open} for those with money on them, {@code spent} for the others, or null for all
 * @param times when they were issued
 * @param after only those that come after this one
 */
record CardFilter(
        @Nullable String store,
        @Nullable String state,
        ListedTimes times,
        @Nullable UUID after) {

    /** The end of a statement on {@code gift_card c} and its store {@code s}, from {@code from} on. */
    String sql() {
        return "from gift_card c " + index() + "join store s on s.id = c.store_id " + page().sql();
    }

    private PageSql page() {
        PageSql rows = new PageSql("gift_card", "c")
                .and("c.store_id = (select id from store where code = :store)", "store", store)
                .and("c.spent = :spent", "spent", state == null ? null : state.equals("spent"));
        return times.page(rows, "issued_at", Sort.NEWEST, after);
    }

    private String index() {
        if (times.timed()) {
            return store == null ? "force index (gift_card_time) " : "force index (gift_card_store_time) ";
        }
        if (store != null) {
            return state == null ? "force index (gift_card_store) " : "force index (gift_card_store_spent) ";
        }
        return state == null ? "" : "force index (gift_card_spent) ";
    }

    /** All but the limit. */
    Map<String, Object> parameters() {
        return page().parameters();
    }
}
