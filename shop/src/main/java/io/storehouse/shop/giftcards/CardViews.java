package io.storehouse.shop.giftcards;

import io.storehouse.shop.documents.Rows;
import java.math.BigDecimal;
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

/** Gift cards as they are read back. */
@Component
class CardViews {
    private static final String COLUMNS = """
            select c.uuid, c.digits, c.currency, c.issued, c.balance, s.code as store, c.order_id, c.line_no, c.reason,
                c.issued_at
            """;
    private static final String SELECT = COLUMNS + """
            from gift_card c
            join store s on s.id = c.store_id
            """;
    static final String ENTRIES = """
            select e.version, e.kind, e.amount, e.balance, e.document_id, e.recorded_at
            from gift_card_entry e
            where e.card_id = (select id from gift_card where uuid = :card) and e.version > :after
            order by e.version limit :limit
            """;

    private final JdbcClient jdbc;

    CardViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most that many cards. */
    List<Card> page(CardFilter filter, int limit) {
        return jdbc.sql(COLUMNS + filter.sql())
                .params(filter.parameters())
                .param("limit", limit)
                .query(CardViews::card)
                .list();
    }

    Optional<Card> one(UUID id) {
        return jdbc.sql(SELECT + "where c.uuid = :id")
                .param("id", id.toString())
                .query(CardViews::card)
                .optional();
    }

    Optional<Card> withCode(GiftCardCode code) {
        return jdbc.sql(SELECT + "where c.code_hash = :hash")
                .param("hash", code.bytes())
                .query(CardViews::card)
                .optional();
    }

    /** In the order in which they were made. */
    List<Entry> entries(UUID card, long after, int limit) {
        return jdbc.sql(ENTRIES)
                .param("card", card.toString())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Entry(
                        row.getLong("version"),
                        row.getString("kind"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("balance"),
                        UUID.fromString(row.getString("document_id")),
                        Rows.instant(row.getObject("recorded_at", LocalDateTime.class))))
                .list();
    }

    private static Card card(ResultSet row, int number) throws SQLException {
        String order = row.getString("order_id");
        return new Card(
                UUID.fromString(row.getString("uuid")),
                row.getString("digits"),
                row.getString("currency"),
                row.getBigDecimal("issued"),
                row.getBigDecimal("balance"),
                row.getString("store"),
                order == null ? null : UUID.fromString(order),
                row.getObject("line_no", Integer.class),
                row.getString("reason"),
                Rows.instant(row.getObject("issued_at", LocalDateTime.class)));
    }

    /**
     * A card; its code is not kept.
     *
     * @param digits the last four characters of the code
     * @param store that issued it
     * @param orderId that sold it, or null when it was issued by hand
     */
    record Card(
            UUID id,
            String digits,
            String currency,
            BigDecimal issued,
            BigDecimal balance,
            String store,
            @Nullable UUID orderId,
            @Nullable Integer lineNo,
            String reason,
            Instant issuedAt) {}

    /**
     * A line of a card's ledger.
     *
     * @param kind {@code issue}, {@code payment}, {@code refund} or {@code undo}
     * @param documentId the order, the return, or the card itself
     */
    record Entry(
            long version, String kind, BigDecimal amount, BigDecimal balance, UUID documentId, Instant recordedAt) {}
}
