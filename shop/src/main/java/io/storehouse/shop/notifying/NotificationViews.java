package io.storehouse.shop.notifying;

import io.storehouse.shop.documents.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages as they are read back. Recipients are masked in the table already. */
@Component
class NotificationViews {
    static final String COLUMNS = """
            select n.uuid, n.event_id, n.channel, n.kind, n.document, n.order_uuid, n.store, n.customer, n.language, n.recipient,
                n.status, n.error, n.reply, n.provider, n.attempts, n.next_try_at, n.created_at, n.sent_at
            from notification n
            """;

    private final JdbcClient jdbc;

    NotificationViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most that many messages. */
    List<View> page(NotificationFilter filter, int limit) {
        return jdbc.sql(filter.sql(COLUMNS))
                .params(filter.parameters())
                .param("limit", limit)
                .query((row, number) -> view(row))
                .list();
    }

    Optional<View> one(UUID id) {
        return jdbc.sql(COLUMNS + "where n.uuid = :id")
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
