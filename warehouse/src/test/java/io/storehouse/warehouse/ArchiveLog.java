package io.storehouse.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Position;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes events as the shop, Debezium and the archive do: JSON of the contracts' records, offsets, commit positions. */
final class ArchiveLog {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(new PlainDecimal()))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final Instant OPENING = Instant.parse("2026-11-20T08:00:00.123456Z");

    private final Map<String, Long> nextOffsets = new HashMap<>();
    private long sequence;

    /** What an event is about, apart from its payload. */
    record Occasion(
            String key, @Nullable String store, @Nullable LocalDate businessDate) {}

    /** Archives a new event. */
    ArchivedEvent append(EventType type, Occasion occasion, Object payload) {
        Topic topic = type.topic().orElse(Topic.ORDERS);
        int partition = Math.floorMod(occasion.key().hashCode(), Topic.PARTITIONS);
        sequence++;
        Instant recordedAt = OPENING.plusSeconds(sequence * 7);
        String id = new UUID(0x5709, sequence).toString();
        Envelope<Object> envelope = new Envelope<>(
                id,
                type.code(),
                1,
                recordedAt.minusMillis(250),
                recordedAt,
                occasion.store(),
                occasion.businessDate(),
                occasion.businessDate() == null ? null : "10:15",
                payload);
        return new ArchivedEvent(
                topic.topicName(),
                partition,
                nextOffset(topic.topicName(), partition),
                new Position(1, sequence, sequence).text(),
                id,
                type.code(),
                occasion.key(),
                recordedAt,
                json(envelope));
    }

    /** The same event delivered once more, at the end of its partition. */
    ArchivedEvent redeliver(ArchivedEvent event) {
        return event.deliveredAt(nextOffset(event.topic(), event.partition()));
    }

    private long nextOffset(String topic, int partition) {
        return nextOffsets.merge(topic + partition, 1L, Long::sum) - 1;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class PlainDecimal extends StdSerializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(value.toPlainString());
        }
    }
}
