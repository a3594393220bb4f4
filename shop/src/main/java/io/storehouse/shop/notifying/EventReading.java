package io.storehouse.shop.notifying;

import io.storehouse.contracts.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the events of the shop as they lie in Kafka. */
final class EventReading {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_CODE = 64;

    private final Duration maxAge;
    private final Clock clock;

    EventReading(Duration maxAge, Clock clock) {
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** What a record came to. */
    sealed interface Reading {
        /** Somebody may be told. */
        record Told(Notice notice) implements Reading {}

        /** It concerns nobody, is history, or is old. */
        record Passed() implements Reading {}

        /** It is no event that this version understands. */
        record Poison(String code, String reason) implements Reading {}
    }

    Reading read(ConsumerRecord<byte[], byte @Nullable []> record) {
        byte[] value = record.value();
        if (value == null) {
            return new Reading.Poison("unreadable", "The record has no value");
        }
        try {
            return read(JSON.readTree(new String(value, StandardCharsets.UTF_8)), place(record));
        } catch (JacksonException e) {
            return new Reading.Poison("unreadable", e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Reading.Poison("unreadable", String.valueOf(e.getMessage()));
        }
    }

    private Reading read(JsonNode event, String place) {
        String code = text(event, "type");
        Optional<EventType> type = EventType.ofCode(code);
        if (type.isEmpty()) {
            return new Reading.Poison("unknown-type", "Unknown type of event: " + code);
        }
        Optional<NoticeKind> kind = NoticeKind.of(type.get());
        if (kind.isEmpty()) {
            return new Reading.Passed();
        }
        JsonNode payload = event.path("payload");
        boolean imported = text(payload, "channel").equals("import");
        String customer = textOrNull(payload, "customer");
        Instant at = earlier(Instant.parse(text(event, "occurred_at")), Instant.parse(text(event, "recorded_at")));
        Notice notice = new Notice(
                UUID.fromString(text(event, "id")),
                kind.get(),
                UUID.fromString(text(payload, kind.get().document())),
                uuidOrNull(payload, "order_id"),
                code(text(event, "store")),
                customer == null ? null : code(customer),
                Language.ofCurrency(text(payload, "currency")),
                at,
                place);
        boolean nobody = customer == null && (kind.get() == NoticeKind.ORDER_PAID || notice.order() == null);
        boolean old = at.isBefore(clock.instant().minus(maxAge));
        return imported || nobody || old ? new Reading.Passed() : new Reading.Told(notice);
    }

    static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String code(String code) {
        if (code.length() > LONGEST_CODE) {
            throw new IllegalArgumentException("Invalid code: over " + LONGEST_CODE + " characters");
        }
        return code;
    }

    private static String text(JsonNode of, String member) {
        String text = textOrNull(of, member);
        if (text == null) {
            throw new IllegalArgumentException("The event lacks " + member);
        }
        return text;
    }

    private static @Nullable String textOrNull(JsonNode of, String member) {
        JsonNode value = of.path(member);
        return value.isString() ? value.asString() : null;
    }

    private static @Nullable UUID uuidOrNull(JsonNode of, String member) {
        String text = textOrNull(of, member);
        return text == null ? null : UUID.fromString(text);
    }
}
