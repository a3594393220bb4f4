package io.storehouse.shop.sales;

import io.storehouse.shop.stores.StoreScope;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are read, newest first.
 *
 * @param scope of these stores
 * @param businessDate only those of the day
 * @param shift only those of the shift
 * @param after only those recorded before this one
 */
record OrderFilter(
        StoreScope scope,
        @Nullable LocalDate businessDate,
        @Nullable UUID shift,
        @Nullable UUID after) {

    /** The end of a statement on {@code sale_order o}, from {@code from} on. */
    String sql() {
        return "from sale_order o " + index() + " join store s on s.id = o.store_id where "
                + scope.onKey("o.store_id").sql()
                + (businessDate == null ? "" : " and o.business_date = :date")
                + (shift == null ? "" : " and o.shift_id = (select id from shift where uuid = :shift)")
                + (after == null ? "" : " and o.id < (select id from sale_order where uuid = :after)")
                + " order by o.id desc limit :limit";
    }

    /**
     * The optimizer would rather walk the primary key through all other stores' and days' orders. Of several stores and all days
     * the orders lie there in the order they are read.
     */
    private String index() {
        if (shift != null) {
            return "force index (sale_order_shift)";
        }
        if (businessDate != null) {
            return "force index (sale_order_day)";
        }
        return scope.codes().size() == 1 ? "force index (sale_order_store)" : "";
    }

    /** All but the limit. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(scope.onKey("o.store_id").parameters());
        if (businessDate != null) {
            parameters.put("date", businessDate);
        }
        if (shift != null) {
            parameters.put("shift", shift.toString());
        }
        if (after != null) {
            parameters.put("after", after.toString());
        }
        return parameters;
    }
}
