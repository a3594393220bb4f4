package io.storehouse.shop.sales;

import io.storehouse.shop.documents.PageSql;
import io.storehouse.shop.documents.Sort;
import io.storehouse.shop.stores.StoreScope;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which returns a list has, and in which order. They go by when they were recorded; where dates or a customer are asked for, and
 * neither a shift nor an order, by business date first.
 *
 * @param from the first business date, or null
 * @param to the last business date, or null
 * @param customer the customer's code as recorded, or null
 * @param order only those of the sale
 * @param shift only those of the shift
 * @param after only those that come after this one
 */
record ReturnFilter(
        StoreScope scope,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String customer,
        @Nullable UUID order,
        @Nullable UUID shift,
        Sort sort,
        @Nullable UUID after) {

    /** The end of a statement on {@code sale_return r}, its store {@code s} and its sale {@code o}, from {@code from} on. */
    String sql() {
        return "from sale_return r " + index()
                + " join store s on s.id = r.store_id left join sale_order o on o.id = r.order_id "
                + page().sql();
    }

    private PageSql page() {
        StoreScope.Condition own = scope.onKey("r.store_id");
        return new PageSql("sale_return", "r")
                .and(own.sql(), own.parameters())
                .from("business_date", from)
                .to("business_date", to)
                .and("r.customer = :customer", "customer", customer)
                .and("r.order_id = (select id from sale_order where uuid = :order)", "order", order)
                .and("r.shift_id = (select id from shift where uuid = :shift)", "shift", shift)
                .by(byDate() ? "business_date" : null)
                .page(sort, after);
    }

    private boolean byDate() {
        return order == null && shift == null && (customer != null || from != null || to != null);
    }

    /** The one that narrows most and gives the order; of several stores and all days that is the primary key. */
    private String index() {
        if (order != null) {
            return "force index (sale_return_order)";
        }
        if (shift != null) {
            return "force index (sale_return_shift)";
        }
        if (customer != null) {
            return "force index (sale_return_customer)";
        }
        if (byDate()) {
            return scope.codes().size() == 1 ? "force index (sale_return_day)" : "force index (sale_return_date)";
        }
        return scope.codes().size() == 1 ? "force index (sale_return_store)" : "";
    }

    /** All but the limit. */
    Map<String, Object> parameters() {
        return page().parameters();
    }
}
