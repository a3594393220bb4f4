package io.storehouse.shop.notifying;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.stores.StoreScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages as they are read back, newest first. Recipients are masked in the table already. */
@Component
class NotificationViews {
    private static final String COLUMNS = """
            select uuid, event_id, channel, kind, document, order_uuid, store, customer, language, recipient, status, error,
                reply, provider, attempts, next_try_at, created_at, sent_at
            from notification
            """;

    private final JdbcClient jdbc;

    NotificationViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which messages are read.
     *
     * @param order only those about the sale, or about a return that undoes it
     * @param after only those made before this one
     */
    record Filter(
            StoreScope scope,
            @Nullable String status,
            @Nullable UUID order,
            @Nullable UUID after) {

        String sql() {
            return COLUMNS + index() + " where " + scope.onCode("store").sql()
                    + (status == null ? "" : " and status = :status")
                    + (order == null ? "" : " and order_uuid = :order")
                    + (after == null ? "" : " and id < (select id from notification where uuid = :after)")
                    + " order by id desc limit :limit";
        }

        /** The optimizer would rather walk the primary key through all other stores' messages. */
        private String index() {
            boolean everywhere = scope.isEverywhere();
            if (order != null) {
                return "force index (notification_order)";
            }
            if (status != null) {
                return everywhere ? "force index (notification_status)" : "force index (notification_store_status)";
            }
            return everywhere ? "" : "force index (notification_store)";
        }

        Map<String, Object> parameters() {
            Map<String, Object> parameters = new HashMap<>(scope.onCode("store").parameters());
            if (status != null) {
                parameters.put("status", status);
            }
            if (order != null) {
                parameters.put("order", order.toString());
            }
            if (after != null) {
                parameters.put("after", after.toString());
            }
            return parameters;
        }
    }

    /** At most that many messages, newest first. */
    List<View> page(Filter filter, int limit) {
        return jdbc.sql(filter.sql())
                .params(filter.parameters())
                .param("limit", limit)
                .query((row, number) -> view(row))
                .list();
    }

    Optional<View> one(UUID id) {
        return jdbc.sql(COLUMNS + "where uuid = :id")
                .param("id", id.toString())
                .query((row, number) -> view(row))
                .optional();
    }

    private static View view(ResultSet row) throws SQLException {
        String order = row.getString("order_uuid");
        LocalDateTime sent = row.getObject("sent_at", LocalDateTime.class);
        boolean pending = row.getString("status").equals("pending");
        return new View(
                UUID.fromString(row.getString("uuid")),
                UUID.fromString(row.getString("event_id")),
                row.getString("channel"),
                row.getString("kind"),
                UUID.fromString(row.getString("document")),
                order == null ? null : UUID.fromString(order),
                row.getString("store"),
                row.getString("customer"),
                row.getString("language"),
                row.getString("recipient"),
                row.getString("status"),
                row.getString("error"),
                row.getObject("reply", Integer.class),
                row.getString("provider"),
                row.getInt("attempts"),
                pending ? Rows.instant(row.getObject("next_try_at", LocalDateTime.class)) : null,
                Rows.instant(row.getObject("created_at", LocalDateTime.class)),
                sent == null ? null : Rows.instant(sent));
    }

    /**
     * A message.
     *
     * @param channel {@code sms} or {@code email}
     * @param kind {@code order_paid} or {@code return_accepted}
     * @param document the sale or the return
     * @param order the sale, or the one that the return undoes; null for a return without receipt
     * @param customer the code as it stands in the document
     * @param recipient masked, or null once it is to be kept no more
     * @param status {@code pending}, {@code sent}, {@code dead} or {@code dropped}
     * @param error why it was not sent, last time
     * @param reply what the provider answered, where that is a number
     * @param nextTryAt of a pending one
     */
    record View(
            UUID id,
            UUID event,
            String channel,
            String kind,
            UUID document,
            @Nullable UUID order,
            String store,
            String customer,
            String language,
            @Nullable String recipient,
            String status,
            @Nullable String error,
            @Nullable Integer reply,
            @Nullable String provider,
            int attempts,
            @Nullable Instant nextTryAt,
            Instant createdAt,
            @Nullable Instant sentAt) {}
}
