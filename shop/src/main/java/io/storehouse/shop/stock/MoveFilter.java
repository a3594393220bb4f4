package io.storehouse.shop.stock;

import io.storehouse.shop.documents.ListedDays;
import io.storehouse.shop.documents.Sort;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which moves of a SKU in a store a list has. They always go by version, the oldest first where nothing else is asked for; a move
 * from before dates were kept has none, and is in no range of dates.
 *
 * @param kind only those of that kind, or null
 * @param after the version after which the list goes on, or 0
 */
record MoveFilter(String store, String sku, @Nullable String kind, ListedDays days, long after) {

    /** The end of a statement, from {@code from} on: it goes through the SKU's moves along the primary key. */
    String sql() {
        Sort sort = Sort.of(days.sort(), Sort.OLDEST);
        return "from stock_move where store_id = (select id from store where code = :store) and sku = :sku"
                + (kind == null ? "" : " and kind = :kind")
                + (days.from() == null ? "" : " and business_date >= :from")
                + (days.to() == null ? "" : " and business_date <= :to")
                + (after == 0 ? "" : " and version " + sort.beyond() + " :after")
                + " order by version " + sort.direction() + " limit :limit";
    }

    /** All but the limit. */
    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("store", store);
        parameters.put("sku", sku.toUpperCase(Locale.ROOT));
        parameters.put("kind", kind);
        parameters.put("from", days.from());
        parameters.put("to", days.to());
        parameters.put("after", after);
        return parameters;
    }
}
