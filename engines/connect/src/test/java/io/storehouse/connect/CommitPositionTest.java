package io.storehouse.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.contracts.EventHeaders;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitPositionTest {
    private static final Schema ROW = SchemaBuilder.struct()
            .optional()
            .field("id", Schema.OPTIONAL_INT64_SCHEMA)
            .build();
    private static final Schema SOURCE =
            SchemaBuilder.struct().field("gtid", Schema.OPTIONAL_STRING_SCHEMA).build();
    private static final Schema CHANGE =
            SchemaBuilder.struct().field("after", ROW).field("source", SOURCE).build();

    private final CommitPosition transform = new CommitPosition();

    @BeforeEach
    void configure() {
        transform.configure(Map.of("incarnation", "3"));
    }

    @Test
    void addsIncarnationSequenceAndRow() {
        SourceRecord positioned = transform.apply(inserted("0-1-42", 7L));

        assertThat(positioned.headers().lastWithName(EventHeaders.POSITION).value())
                .isEqualTo("0003-0000000000000000042-0000000000000000007");
    }

    @Test
    void leavesTheGivenRecordAsItWas() {
        SourceRecord given = inserted("0-1-42", 7L);

        transform.apply(given);

        assertThat(given.headers()).isEmpty();
    }

    @Test
    void passesOnWhatInsertsNoRow() {
        SourceRecord deleted = record(CHANGE, new Struct(CHANGE).put("source", source("0-1-42")));
        SourceRecord heartbeat = record(Schema.STRING_SCHEMA, "beat");

        assertThat(transform.apply(deleted)).isSameAs(deleted);
        assertThat(transform.apply(heartbeat)).isSameAs(heartbeat);
    }

    @Test
    void refusesARowWithoutPosition() {
        assertThatThrownBy(() -> transform.apply(inserted(null, 7L)))
                .isInstanceOf(DataException.class)
                .hasMessage("Cannot position an outbox row: gtid is null, id is 7");
        assertThatThrownBy(() -> transform.apply(inserted("0-1-42", null)))
                .isInstanceOf(DataException.class)
                .hasMessage("Cannot position an outbox row: gtid is 0-1-42, id is null");
    }

    @Test
    void wantsAnIncarnation() {
        assertThatThrownBy(() -> transform.configure(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("incarnation");
        assertThatThrownBy(() -> transform.configure(Map.of("incarnation", "0")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("incarnation");
    }

    @Test
    void isFoundByConnect() {
        assertThat(ServiceLoader.load(Transformation.class).stream().map(ServiceLoader.Provider::type))
                .anyMatch(CommitPosition.class::equals);
    }

    private static SourceRecord inserted(@Nullable String gtid, @Nullable Long id) {
        Struct row = new Struct(ROW).put("id", id);
        return record(CHANGE, new Struct(CHANGE).put("after", row).put("source", source(gtid)));
    }

    private static Struct source(@Nullable String gtid) {
        return new Struct(SOURCE).put("gtid", gtid);
    }

    private static SourceRecord record(Schema schema, Object value) {
        return new SourceRecord(Map.of(), Map.of(), "topic", null, null, null, schema, value);
    }
}
