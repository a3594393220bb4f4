package io.storehouse.stream.live;

import io.storehouse.contracts.LiveKeys;
import io.storehouse.stream.intake.DeadLetters;
import io.storehouse.stream.intake.InvalidEventException;
import io.storehouse.stream.intake.LogRecord;
import io.storehouse.stream.redis.LiveFigure;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Says up to when the view shows what was recorded: to the newest pulse, but while documents are being folded not beyond the
 * last of them, because pulses overtake a backlog of documents.
 */
final class FollowPulse extends KeyedCoProcessFunction<String, LogRecord, SaleDocument, LiveFigure> {
    private static final long serialVersionUID = 1L;
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final String keyspace;

    private transient LiveKeys keys;
    private transient EventReader reader;
    private transient DeadLetters deadLetters;
    private transient ValueState<Instant> newest;
    private transient Instant folding;
    private transient Instant foldedAt;

    FollowPulse(String keyspace) {
        this.keyspace = keyspace;
    }

    @Override
    public void open(OpenContext context) {
        keys = new LiveKeys(keyspace);
        reader = new EventReader();
        deadLetters = new DeadLetters(getRuntimeContext().getMetricGroup());
        newest = getRuntimeContext().getState(new ValueStateDescriptor<>("newest", Instant.class));
        folding = Instant.MAX;
        foldedAt = Instant.MIN;
    }

    @Override
    public void processElement1(LogRecord record, Context context, Collector<LiveFigure> out) throws Exception {
        try {
            Instant reached = reached(reader.pulse(record), now(context));
            Instant before = newest.value();
            if (before == null || reached.isAfter(before)) {
                newest.update(reached);
                out.collect(LiveFigure.plain(keys.pulse(), FigureJson.pulse(reached)));
            }
        } catch (InvalidEventException e) {
            context.output(DeadLetters.TAG, deadLetters.noticed(e.letter(record)));
        }
    }

    @Override
    public void processElement2(SaleDocument document, Context context, Collector<LiveFigure> out) {
        folding = document.recordedAt();
        foldedAt = now(context);
    }

    private Instant reached(Instant pulse, Instant now) {
        boolean busy = !foldedAt.isBefore(now.minus(BUSY));
        return busy && folding.isBefore(pulse) ? folding : pulse;
    }

    private static Instant now(KeyedCoProcessFunction<?, ?, ?, ?>.Context context) {
        return Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    }
}
