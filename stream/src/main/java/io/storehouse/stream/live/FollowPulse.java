package io.storehouse.stream.live;

import io.storehouse.contracts.LiveKeys;
import io.storehouse.stream.intake.DeadLetters;
import io.storehouse.stream.intake.InvalidEventException;
import io.storehouse.stream.intake.LogRecord;
import io.storehouse.stream.redis.LiveFigure;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps when the newest pulse was recorded, under one key. */
final class FollowPulse extends KeyedProcessFunction<String, LogRecord, LiveFigure> {
    private static final long serialVersionUID = 1L;

    private final String keyspace;

    private transient LiveKeys keys;
    private transient EventReader reader;
    private transient DeadLetters deadLetters;
    private transient ValueState<Instant> newest;

    FollowPulse(String keyspace) {
        this.keyspace = keyspace;
    }

    @Override
    public void open(OpenContext context) {
        keys = new LiveKeys(keyspace);
        reader = new EventReader();
        deadLetters = new DeadLetters(getRuntimeContext().getMetricGroup());
        newest = getRuntimeContext().getState(new ValueStateDescriptor<>("newest", Instant.class));
    }

    @Override
    public void processElement(LogRecord record, Context context, Collector<LiveFigure> out) throws Exception {
        try {
            Instant recordedAt = reader.pulse(record);
            Instant before = newest.value();
            if (before == null || recordedAt.isAfter(before)) {
                newest.update(recordedAt);
                out.collect(LiveFigure.plain(keys.pulse(), FigureJson.pulse(recordedAt)));
            }
        } catch (InvalidEventException e) {
            context.output(DeadLetters.TAG, deadLetters.noticed(e.letter(record)));
        }
    }
}
