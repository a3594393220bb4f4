package io.storehouse.connect;

import io.storehouse.contracts.EventHeaders;
import io.storehouse.contracts.Position;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.apache.kafka.connect.transforms.util.SimpleConfig;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a Debezium change record of the outbox the header {@link EventHeaders#POSITION}: where its row was committed. It
 * must come before the EventRouter, which drops what the position is made of.
 */
public final class CommitPosition implements Transformation<SourceRecord>, Versioned {
    /** Setting: the incarnation of the binary log, see {@link Position}. */
    public static final String INCARNATION = "incarnation";

    private int incarnation;

    @Override
    public void configure(Map<String, ?> configs) {
        incarnation = new SimpleConfig(config(), configs).getInt(INCARNATION);
    }

    /**
     * The record with its position; a record that inserts no row is passed on as it is.
     *
     * @throws DataException when an inserted row carries no GTID or id: without a position no redelivery could be told from
     *     a new event
     */
    @Override
    public SourceRecord apply(SourceRecord changed) {
        if (!(changed.value() instanceof Struct change) || change.schema().field("after") == null) {
            return changed;
        }
        Struct row = change.getStruct("after");
        if (row == null) {
            return changed;
        }
        SourceRecord positioned = changed.newRecord(
                changed.topic(),
                changed.kafkaPartition(),
                changed.keySchema(),
                changed.key(),
                changed.valueSchema(),
                changed.value(),
                changed.timestamp(),
                changed.headers().duplicate());
        positioned
                .headers()
                .addString(EventHeaders.POSITION, position(change, row).text());
        return positioned;
    }

    private Position position(Struct change, Struct row) {
        Object gtid = value(change.getStruct("source"), "gtid");
        Object id = value(row, "id");
        if (!(gtid instanceof String text) || !(id instanceof Number number)) {
            throw new DataException("Cannot position an outbox row: gtid is " + gtid + ", id is " + id);
        }
        return Position.of(incarnation, text, number.longValue());
    }

    private static @Nullable Object value(@Nullable Struct struct, String field) {
        return struct == null || struct.schema().field(field) == null ? null : struct.get(field);
    }

    @Override
    public ConfigDef config() {
        return new ConfigDef()
                .define(
                        INCARNATION,
                        ConfigDef.Type.INT,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.Range.between(1, 9999),
                        ConfigDef.Importance.HIGH,
                        "Bumped when the database is restored to an older binary log");
    }

    @Override
    public String version() {
        return AppInfoParser.getVersion();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
