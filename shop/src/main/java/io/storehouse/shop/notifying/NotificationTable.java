package io.storehouse.shop.notifying;

import io.storehouse.shop.documents.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The messages. Every change of a message's state is one guarded update, so that whoever comes second finds no row: another
 * process, an erasure, a person who asks for another try.
 */
@Component
class NotificationTable {
    static final String CLAIM = """
            update notification
            set claim = :claim, attempts = attempts + 1, next_try_at = :lease
            where status = 'pending' and channel = :channel and next_try_at <= :now
                and attempts < :attempts and expires_at > :now
            order by next_try_at limit 1
            """;
    private static final String INSERT = Rows.insert(
                    "notification",
                    "uuid",
                    "event_id",
                    "channel",
                    "kind",
                    "document",
                    "order_uuid",
                    "store",
                    "customer",
                    "language",
                    "recipient",
                    "status",
                    "next_try_at",
                    "expires_at",
                    "place",
                    "created_at")
            + " on duplicate key update id = notification.id";
    private static final String CLAIMED = """
            select id, uuid, channel, kind, document, customer, language, attempts, claim
            from notification where claim = :claim
            """;
    private static final String FAILED = """
            update notification
            set status = :status, error = :error, reply = :reply, next_try_at = :next, claim = null,
                owes_letter = :letter, recipient = if(:forget, null, recipient)
            where id = :key and claim = :claim and status = 'pending'
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final NotifyingSettings settings;
    private final Clock clock;

    NotificationTable(JdbcClient jdbc, Rows rows, NotifyingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A message to be kept.
     *
     * @param recipient masked
     */
    record Planned(
            Notice notice, MessageChannel channel, @Nullable String recipient) {}

    /** Keeps the messages; those that are there already stay as they are. */
    void insert(List<Planned> planned) {
        LocalDateTime now = Rows.utc(clock.instant());
        rows.write(
                INSERT,
                planned.stream()
                        .map(plan -> new @Nullable Object[] {
                            plan.notice().message(plan.channel()),
                            plan.notice().event(),
                            plan.channel().code(),
                            plan.notice().kind().code(),
                            plan.notice().document(),
                            plan.notice().order(),
                            plan.notice().store(),
                            plan.notice().customer(),
                            plan.notice().language().tag(),
                            plan.recipient(),
                            "pending",
                            now,
                            Rows.utc(plan.notice().at().plus(settings.maxAge())),
                            plan.notice().place(),
                            now
                        })
                        .toList());
    }

    /** Claims the message of the channel that has been due longest, counting the attempt. */
    Optional<Notification> claim(MessageChannel channel) {
        UUID claim = UUID.randomUUID();
        Instant now = clock.instant();
        int claimed = jdbc.sql(CLAIM)
                .param("claim", claim.toString())
                .param("lease", Rows.utc(now.plus(settings.retry().lease())))
                .param("channel", channel.code())
                .param("now", Rows.utc(now))
                .param("attempts", settings.retry().attempts())
                .update();
        return claimed == 0
                ? Optional.empty()
                : jdbc.sql(CLAIMED)
                        .param("claim", claim.toString())
                        .query((row, number) -> notification(row))
                        .optional();
    }

    /** Notes whom it is about to be sent to, unless the claim was lost or the message is to be sent no more. */
    boolean confirm(Notification of, @Nullable String recipient, String provider) {
        return jdbc.sql("""
                update notification set recipient = :recipient, provider = :provider
                where id = :key and claim = :claim and status = 'pending'
                """)
                        .param("recipient", recipient)
                        .param("provider", provider)
                        .param("key", of.key())
                        .param("claim", of.claim().toString())
                        .update()
                == 1;
    }

    /** Keeps what an attempt came to. That a provider has a message is true whoever claimed it since. */
    void finish(Notification of, Outcome outcome) {
        if (outcome.state() == Outcome.State.SENT) {
            sent(of);
            return;
        }
        failed(of, outcome);
    }

    private void sent(Notification of) {
        jdbc.sql("""
                update notification
                set status = 'sent', error = null, reply = null, sent_at = :now, claim = null, owes_letter = false
                where id = :key and status <> 'sent'
                """)
                .param("now", Rows.utc(clock.instant()))
                .param("key", of.key())
                .update();
    }

    private void failed(Notification of, Outcome outcome) {
        jdbc.sql(FAILED)
                .param("status", outcome.state().code())
                .param("error", outcome.error())
                .param("reply", outcome.reply())
                .param("next", Rows.utc(clock.instant().plus(outcome.delay())))
                .param("letter", outcome.state() == Outcome.State.DEAD)
                .param("forget", outcome.state() == Outcome.State.DROPPED)
                .param("key", of.key())
                .param("claim", of.claim().toString())
                .update();
    }

    /** Gives up messages whose last attempt was never finished, and those that have become old. */
    void sweep() {
        LocalDateTime now = Rows.utc(clock.instant());
        jdbc.sql("""
                update notification set status = 'dead', error = coalesce(error, 'interrupted'), claim = null, owes_letter = true
                where status = 'pending' and channel in ('sms', 'email') and next_try_at <= :now and attempts >= :attempts
                """)
                .param("now", now)
                .param("attempts", settings.retry().attempts())
                .update();
        jdbc.sql("""
                update notification set status = 'dropped', error = 'too-old', claim = null, recipient = null
                where status = 'pending' and channel in ('sms', 'email') and next_try_at <= :now and expires_at <= :now
                """).param("now", now).update();
    }

    /** Makes a dead message pending again, from its first attempt; false when it is not dead. */
    boolean revive(UUID id) {
        Instant now = clock.instant();
        return jdbc.sql("""
                update notification
                set status = 'pending', attempts = 0, next_try_at = :now, expires_at = :expiry, owes_letter = false
                where uuid = :id and status = 'dead'
                """)
                        .param("now", Rows.utc(now))
                        .param("expiry", Rows.utc(now.plus(settings.maxAge())))
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    /** Nothing more is sent to the person of these codes, and no mask is kept. */
    void forget(Collection<String> codes) {
        jdbc.sql("""
                update notification
                set recipient = null, claim = null,
                    error = if(status in ('pending', 'dead'), 'erased', error),
                    owes_letter = if(status = 'dead', false, owes_letter),
                    status = if(status in ('pending', 'dead'), 'dropped', status)
                where customer in (:codes)
                """).param("codes", codes).update();
    }

    /** The keys of all messages to those customers. */
    Set<UUID> keysOf(Collection<String> codes) {
        return Set.copyOf(jdbc.sql("select uuid from notification where customer in (:codes)")
                .param("codes", codes)
                .query((row, number) -> UUID.fromString(row.getString("uuid")))
                .list());
    }

    /** At most that many dead messages of which no letter has gone to Kafka, oldest first. */
    List<DeadNotification> owingLetters(int limit) {
        return jdbc.sql("""
                select id, uuid, event_id, channel, kind, document, store, error, reply, attempts, place
                from notification where owes_letter order by id limit :limit
                """)
                .param("limit", limit)
                .query((row, number) -> dead(row))
                .list();
    }

    /** The letter of the message has gone. */
    void lettered(DeadNotification of) {
        jdbc.sql("update notification set owes_letter = false where id = :key")
                .param("key", of.key())
                .update();
    }

    private static Notification notification(ResultSet row) throws SQLException {
        return new Notification(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                MessageChannel.ofCode(row.getString("channel")),
                NoticeKind.ofCode(row.getString("kind")),
                UUID.fromString(row.getString("document")),
                row.getString("customer"),
                Language.ofTag(row.getString("language")),
                row.getInt("attempts"),
                UUID.fromString(row.getString("claim")));
    }

    private static DeadNotification dead(ResultSet row) throws SQLException {
        return new DeadNotification(
                row.getLong("id"),
                UUID.fromString(row.getString("uuid")),
                UUID.fromString(row.getString("event_id")),
                row.getString("channel"),
                row.getString("kind"),
                UUID.fromString(row.getString("document")),
                row.getString("store"),
                row.getString("error"),
                row.getObject("reply", Integer.class),
                row.getInt("attempts"),
                row.getString("place"));
    }
}
