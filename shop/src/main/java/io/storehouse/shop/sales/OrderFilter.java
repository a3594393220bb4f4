package io.storehouse.shop.sales;

import io.storehouse.shop.stores.StoreScope;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a list has, and in which order. They go by when they were recorded; where dates or a customer are asked for, by
 * business date first.
 *
 * @param from the first business date, or null
 * @param to the last business date, or null
 * @param customer the customer's code as recorded, or null
 * @param shift only those of the shift
 * @param after only those that come after this one
 */
record OrderFilter(
        StoreScope scope,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String customer,
        @Nullable UUID shift,
        Sort sort,
        @Nullable UUID after) {

    /** Which come first. */
    enum Sort {
        /** The last. */
        NEWEST("desc", "<"),
        /** The first. */
        OLDEST("asc", ">");

        private final String direction;
        private final String beyond;

        Sort(String direction, String beyond) {
            this.direction = direction;
            this.beyond = beyond;
        }
    }

    /** The end of a statement on {@code sale_order o}, from {@code from} on. */
    String sql() {
        return "from sale_order o " + index() + " join store s on s.id = o.store_id where "
                + scope.onKey("o.store_id").sql()
                + (from == null ? "" : " and o.business_date >= :from")
                + (to == null ? "" : " and o.business_date <= :to")
                + (customer == null ? "" : " and o.customer = :customer")
                + (shift == null ? "" : " and o.shift_id = (select id from shift where uuid = :shift)")
                + beyond()
                + " order by " + (byDate() ? "o.business_date " + sort.direction + ", " : "") + "o.id " + sort.direction
                + " limit :limit";
    }

    /** A comparison of rows would not be looked up in an index. */
    private String beyond() {
        if (after == null) {
            return "";
        }
        String id = "o.id " + sort.beyond + " " + ofAfter("id");
        String date = ofAfter("business_date");
        return byDate()
                ? " and o.business_date " + sort.beyond + "= " + date + " and (o.business_date " + sort.beyond + " "
                        + date + " or " + id + ")"
                : " and " + id;
    }

    private static String ofAfter(String column) {
        return "(select " + column + " from sale_order where uuid = :after)";
    }

    private boolean byDate() {
        return shift == null && (customer != null || from != null || to != null);
    }

    /**
     * The optimizer would rather walk the primary key through all other stores' and days' orders. Of several stores and all days
     * the orders lie there in the order they are read.
     */
    private String index() {
        if (shift != null) {
            return "force index (sale_order_shift)";
        }
        if (customer != null) {
            return "force index (sale_order_customer)";
        }
        if (byDate()) {
            return scope.codes().size() == 1 ? "force index (sale_order_day)" : "force index (sale_order_date)";
        }
        return scope.codes().size() == 1 ? "force index (sale_order_store)" : "";
    }

    /** All but the limit. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(scope.onKey("o.store_id").parameters());
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "customer", customer);
        put(parameters, "shift", shift == null ? null : shift.toString());
        put(parameters, "after", after == null ? null : after.toString());
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
