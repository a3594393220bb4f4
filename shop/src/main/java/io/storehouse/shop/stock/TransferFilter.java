package io.storehouse.shop.stock;

import io.storehouse.shop.documents.ListedDays;
import io.storehouse.shop.documents.PageSql;
import io.storehouse.shop.documents.Sort;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which transfers of a store a list has, and in which order; the oldest come first where nothing else is asked for.
 *
 * @param side on which the store is: {@code source} or {@code destination}
 * @param state only those in that state, or null
 * @param days the source's business dates
 * @param after only those that come after this one
 */
record TransferFilter(
        String store,
        String side,
        @Nullable String state,
        ListedDays days,
        @Nullable UUID after) {

    /** The statement made of one that reads {@code stock_transfer t} with its lines {@code l}. */
    String sql(String select) {
        PageSql page = page();
        String rows = "from (select w.* from stock_transfer w force index (stock_transfer_" + side + index() + ") "
                + page.sql() + ") t";
        return select.replace("from stock_transfer t", rows) + "order by " + page.order("t") + ", l.sku";
    }

    private PageSql page() {
        PageSql rows = new PageSql("stock_transfer", "w")
                .and("w." + side + "_id = (select id from store where code = :store)", "store", store)
                .and("w.state = :state", "state", state);
        return days.page(rows, Sort.OLDEST, after);
    }

    private String index() {
        if (days.dated()) {
            return "_day";
        }
        return state == null ? "" : "_state";
    }

    /** All but the limit. */
    Map<String, Object> parameters() {
        return page().parameters();
    }
}
