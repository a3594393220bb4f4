package io.storehouse.shop.loyalty;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.contracts.events.PointsMoved;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The points ledger, append-only: Σ points of an account = its balance. */
@Component
class PointsLedger {
    private static final String INSERT = """
            insert into points_move (
                customer, version, kind, document, part, origin, points, balance, amount, expires_on, store,
                business_date, occurred_at, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT = """
            select customer, version, kind, document, part, origin, points, balance, amount, expires_on, store,
                business_date, occurred_at, recorded_at
            from points_move
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Outbox outbox;
    private final Clock clock;

    PointsLedger(JdbcClient jdbc, Rows rows, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A move with its place in the account.
     *
     * @param version of the account after it
     * @param balance of the account after it
     */
    record Entry(Move move, long version, long balance) {}

    /** Writes the entries and announces each. */
    void append(List<Entry> entries) {
        Instant now = clock.instant();
        List<@Nullable Object[]> parameters = new ArrayList<>(entries.size());
        List<OutboxMessage> messages = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            parameters.add(parameters(entry, now));
            messages.add(message(entry, now));
        }
        rows.write(INSERT, parameters);
        outbox.append(messages);
    }

    /** Those of the documents that made an entry of the kind. */
    Set<UUID> recorded(MoveKind kind, Collection<UUID> documents) {
        return new HashSet<>(jdbc.sql("""
                select document from points_move where kind = :kind and document in (:documents)
                """)
                .param("kind", kind.code())
                .param("documents", texts(documents))
                .query((row, number) -> UUID.fromString(row.getString("document")))
                .list());
    }

    /** The first entry of the kind of each document that made one, locked. */
    Map<UUID, Entry> lock(MoveKind kind, Collection<UUID> documents) {
        Map<UUID, Entry> found = new HashMap<>();
        jdbc.sql(SELECT + "where document in (:documents) and kind = :kind and part = 0 order by document for update")
                .param("kind", kind.code())
                .param("documents", texts(documents))
                .query(row -> {
                    Entry entry = entry(row);
                    found.put(entry.move().document(), entry);
                });
        return found;
    }

    /** The entries of the kind that each of the orders is the origin of. */
    Map<UUID, List<Entry>> ofOrigin(MoveKind kind, Collection<UUID> orders) {
        Map<UUID, List<Entry>> found = new HashMap<>();
        jdbc.sql(SELECT + "where origin in (:orders) and kind = :kind")
                .param("orders", texts(orders))
                .param("kind", kind.code())
                .query(row -> {
                    Entry entry = entry(row);
                    found.computeIfAbsent(entry.move().origin(), order -> new ArrayList<>())
                            .add(entry);
                });
        return found;
    }

    /** All entries of the accounts, by customer and version. */
    List<Entry> of(Collection<String> customers) {
        return customers.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where customer in (:customers) order by customer, version")
                        .param("customers", customers)
                        .query((row, number) -> entry(row))
                        .list();
    }

    /** At most that many entries of an account that are older than the version, newest first. */
    List<Entry> page(String customer, long before, int limit) {
        return jdbc.sql(SELECT + "where customer = :customer and version < :before order by version desc limit :limit")
                .param("customer", customer)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    private static List<String> texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static @Nullable Object[] parameters(Entry entry, Instant now) {
        Move move = entry.move();
        return new @Nullable Object[] {
            move.customer(),
            entry.version(),
            move.kind().code(),
            move.document(),
            move.part(),
            move.origin(),
            move.points(),
            entry.balance(),
            move.amount(),
            move.expiresOn(),
            move.store(),
            move.businessDate(),
            Rows.utc(move.occurredAt()),
            Rows.utc(now)
        };
    }

    private static OutboxMessage message(Entry entry, Instant now) {
        Move move = entry.move();
        PointsMoved payload = new PointsMoved(
                move.customer(),
                entry.version(),
                move.kind().code(),
                move.document().toString(),
                move.part(),
                move.origin() == null ? null : move.origin().toString(),
                move.points(),
                entry.balance(),
                move.amount(),
                move.expiresOn());
        return new OutboxMessage(
                Topic.REFERENCE,
                move.customer(),
                new Envelope<>(
                        UUID.randomUUID().toString(),
                        EventType.POINTS_MOVED.code(),
                        OutboxMessage.SCHEMA_VERSION,
                        move.occurredAt(),
                        now,
                        move.store(),
                        move.businessDate(),
                        null,
                        payload));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String origin = row.getString("origin");
        BigDecimal amount = row.getBigDecimal("amount");
        Move move = new Move(
                row.getString("customer"),
                MoveKind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                UUID.fromString(row.getString("document")),
                row.getInt("part"),
                origin == null ? null : UUID.fromString(origin),
                row.getLong("points"),
                amount,
                row.getObject("expires_on", LocalDate.class),
                row.getString("store"),
                row.getObject("business_date", LocalDate.class),
                Rows.instant(row.getObject("occurred_at", LocalDateTime.class)));
        return new Entry(move, row.getLong("version"), row.getLong("balance"));
    }
}
