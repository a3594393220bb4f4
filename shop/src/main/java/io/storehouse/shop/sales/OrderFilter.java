package io.storehouse.shop.sales;

import io.storehouse.shop.documents.PageSql;
import io.storehouse.shop.documents.Sort;
import io.storehouse.shop.stores.StoreScope;
import java.time.LocalDate;
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

    /** The end of a statement on {@code sale_order o}, from {@code from} on. */
    String sql() {
        return "from sale_order o " + index() + " join store s on s.id = o.store_id " + page().sql();
    }

    private PageSql page() {
        StoreScope.Condition own = scope.onKey("o.store_id");
        return new PageSql("sale_order", "o")
                .and(own.sql(), own.parameters())
                .from("business_date", from)
                .to("business_date", to)
                .and("o.customer = :customer", "customer", customer)
                .and("o.shift_id = (select id from shift where uuid = :shift)", "shift", shift)
                .by(byDate() ? "business_date" : null)
                .page(sort, after);
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
        return page().parameters();
    }
}
