package io.storehouse.stream.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.storehouse.stream.intake.LogRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.jspecify.annotations.Nullable;

/** Records as rows of {@link EventTable}: verbatim, with what their envelope says as far as it can be read. */
final class EventRows {
    private final JsonFactory json = new JsonFactory();

    RowData row(LogRecord record) {
        Envelope envelope = read(record.value());
        Instant loggedAt = Instant.ofEpochMilli(record.loggedAt());
        Instant recordedAt = envelope.recordedAt == null ? loggedAt : envelope.recordedAt;
        return GenericRowData.of(
                text(record.topic()),
                record.partition(),
                record.offset(),
                text(record.position()),
                text(envelope.id),
                text(envelope.type),
                text(record.key()),
                TimestampData.fromInstant(recordedAt),
                TimestampData.fromInstant(loggedAt),
                text(record.value()));
    }

    /** Reads the fields of the envelope that stand before the first thing that is no JSON. */
    private Envelope read(@Nullable String value) {
        Envelope envelope = new Envelope();
        if (value == null) {
            return envelope;
        }
        try (JsonParser parser = json.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return envelope;
            }
            while (!envelope.isComplete() && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    envelope.put(name, parser.getText());
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            // kept as it is: what it lacks, the readers of the archive will see
        }
        return envelope;
    }

    private static @Nullable StringData text(@Nullable String text) {
        return text == null ? null : StringData.fromString(text);
    }

    private static final class Envelope {
        private @Nullable String id;
        private @Nullable String type;
        private @Nullable Instant recordedAt;

        private boolean isComplete() {
            return id != null && type != null && recordedAt != null;
        }

        private void put(String name, String value) {
            switch (name) {
                case "id" -> id = value;
                case "type" -> type = value;
                case "recorded_at" -> recordedAt = instant(value);
                default -> {}
            }
        }

        private static @Nullable Instant instant(String value) {
            try {
                return Instant.parse(value);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
