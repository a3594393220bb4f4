package io.storehouse.stream.intake;

import io.storehouse.contracts.Position;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Drops redeliveries: keyed by Kafka partition, a record passes when its commit position is beyond the last one. A record
 * without a readable position becomes a dead letter.
 */
public final class DropDuplicates extends KeyedProcessFunction<Integer, LogRecord, LogRecord> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<String> lastPosition;
    private transient Counter duplicates;
    private transient DeadLetters deadLetters;

    @Override
    public void open(OpenContext context) {
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        lastPosition = getRuntimeContext().getState(new ValueStateDescriptor<>("last-position", String.class));
        duplicates = metrics.counter("duplicates");
        deadLetters = new DeadLetters(metrics);
    }

    @Override
    public void processElement(LogRecord record, Context context, Collector<LogRecord> out) throws Exception {
        try {
            String position = readable(record.position());
            String last = lastPosition.value();
            if (last != null && position.compareTo(last) <= 0) {
                duplicates.inc();
                return;
            }
            lastPosition.update(position);
            out.collect(record);
        } catch (InvalidEventException e) {
            context.output(DeadLetters.TAG, deadLetters.noticed(e.letter(record)));
        }
    }

    private static String readable(@Nullable String position) throws InvalidEventException {
        if (position == null) {
            throw new InvalidEventException(DeadLetter.Code.MISSING_POSITION, "Invalid record: it has no position");
        }
        try {
            return Position.parse(position).text();
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException(DeadLetter.Code.INVALID_POSITION, String.valueOf(e.getMessage()));
        }
    }
}
