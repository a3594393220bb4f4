package io.storehouse.shop.notifying;

import io.storehouse.shop.documents.ListedTimes;
import io.storehouse.shop.documents.PageSql;
import io.storehouse.shop.documents.Sort;
import io.storehouse.shop.stores.StoreScope;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a list has, and in which order; the newest come first where nothing else is asked for.
 *
 * @param order only those about the sale, or about a return that undoes it
 * @param customer only those to the customer with that code, as it stands in the document
 * @param times when they were made
 * @param after only those that come after this one
 */
record NotificationFilter(
        StoreScope scope,
        @Nullable String status,
        @Nullable UUID order,
        @Nullable String customer,
        ListedTimes times,
        @Nullable UUID after) {

    /** The statement made of one that reads {@code notification n}. */
    String sql(String select) {
        return select + index() + page().sql();
    }

    private PageSql page() {
        StoreScope.Condition own = scope.onCode("n.store");
        PageSql rows = new PageSql("notification", "n")
                .and(own.sql(), own.parameters())
                .and("n.status = :status", "status", status)
                .and("n.order_uuid = :order", "order", order)
                .and("n.customer = :customer", "customer", customer);
        return times.page(rows, "created_at", Sort.NEWEST, after);
    }

    /** The optimizer would rather walk the primary key through all other stores' messages. */
    private String index() {
        boolean everywhere = scope.isEverywhere();
        if (order != null) {
            return "force index (notification_order) ";
        }
        if (customer != null) {
            return "force index (notification_customer) ";
        }
        if (times.timed()) {
            return everywhere ? "force index (notification_time) " : "force index (notification_store_time) ";
        }
        if (status != null) {
            return everywhere ? "force index (notification_status) " : "force index (notification_store_status) ";
        }
        return everywhere ? "" : "force index (notification_store) ";
    }

    /** All but the limit. */
    Map<String, Object> parameters() {
        return page().parameters();
    }
}
