package io.storehouse.shop.sales;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a store are read, newest first.
 *
 * @param businessDate only those of the day
 * @param shift only those of the shift
 * @param after only those recorded before this one
 */
record OrderFilter(
        String store,
        @Nullable LocalDate businessDate,
        @Nullable UUID shift,
        @Nullable UUID after) {

    /**
     * The end of a statement on {@code sale_order o}, from {@code from} on. The index is named: the optimizer would rather walk
     * the primary key through all other stores' orders.
     */
    String sql() {
        String index = shift != null ? "sale_order_shift" : businessDate != null ? "sale_order_day" : "sale_order_store";
        return "from sale_order o force index (" + index + ") join store s on s.id = o.store_id"
                + " where o.store_id = (select id from store where code = :store)"
                + (businessDate == null ? "" : " and o.business_date = :date")
                + (shift == null ? "" : " and o.shift_id = (select id from shift where uuid = :shift)")
                + (after == null ? "" : " and o.id < (select id from sale_order where uuid = :after)")
                + " order by o.id desc limit :limit";
    }

    /** All but the limit. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(Map.of("store", store));
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
