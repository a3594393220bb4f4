package io.storehouse.shop.stock;

import io.storehouse.shop.documents.ListedDays;
import io.storehouse.shop.documents.PageSql;
import io.storehouse.shop.documents.Sort;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which counts or reservations of a store a list has, and in which order; the oldest come first where nothing else is asked for.
 *
 * @param state only those in that state, or null
 * @param after only those that come after this one
 */
record DocumentFilter(
        String store,
        @Nullable String state,
        ListedDays days,
        @Nullable UUID after) {

    PageSql page(String table, String alias) {
        PageSql rows = new PageSql(table, alias)
                .and(alias + ".store_id = (select id from store where code = :store)", "store", store)
                .and(alias + ".state = :state", "state", state);
        return days.page(rows, Sort.OLDEST, after);
    }

    /** By which the table is read. */
    String index(String table) {
        if (days.dated()) {
            return table + "_day";
        }
        return table + (state == null ? "_store" : "_state");
    }
}
