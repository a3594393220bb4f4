package io.storehouse.stream.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.stream.intake.LogRecord;
import java.time.Instant;
import org.apache.flink.table.data.RowData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventRowsTest {
    private static final Instant LOGGED = Instant.parse("2026-11-22T10:15:31.5Z");

    private final EventRows rows = new EventRows();

    @Test
    void takesIdTypeAndTimeFromTheEnvelopeAlone() {
        String event = "{\"id\":\"e1\",\"payload\":{\"id\":\"no\",\"type\":\"no\"},\"type\":\"order_placed\","
                + "\"recorded_at\":\"2026-11-22T10:15:30.123456Z\"}";

        RowData row = row("p1", event);

        assertThat(row.getString(0)).hasToString("storehouse.orders");
        assertThat(row.getInt(1)).isEqualTo(2);
        assertThat(row.getLong(2)).isEqualTo(17);
        assertThat(row.getString(3)).hasToString("p1");
        assertThat(row.getString(4)).hasToString("e1");
        assertThat(row.getString(5)).hasToString("order_placed");
        assertThat(row.getString(6)).hasToString("key");
        assertThat(row.getTimestamp(7, 6).toInstant()).isEqualTo("2026-11-22T10:15:30.123456Z");
        assertThat(row.getTimestamp(8, 6).toInstant()).isEqualTo(LOGGED);
        assertThat(row.getString(9)).hasToString(event);
    }

    @Test
    void keepsWhatIsNoEventVerbatimUnderTheTimeOfTheBroker() {
        assertUnread("{\"id\":");
        assertUnread("no JSON");
        assertUnread("[1]");
        assertUnread("{\"recorded_at\":\"yesterday\"}");
        assertThat(row(null, null).isNullAt(9)).isTrue();
        assertThat(row(null, null).isNullAt(3)).isTrue();
    }

    private void assertUnread(String value) {
        RowData row = row("p1", value);

        assertThat(row.isNullAt(4)).isTrue();
        assertThat(row.getTimestamp(7, 6).toInstant()).isEqualTo(LOGGED);
        assertThat(row.getString(9)).hasToString(value);
    }

    private RowData row(@Nullable String position, @Nullable String value) {
        return rows.row(new LogRecord("storehouse.orders", 2, 17, LOGGED.toEpochMilli(), position, "key", value));
    }
}
