package io.storehouse.stream.live;

import io.storehouse.stream.intake.DeadLetters;
import io.storehouse.stream.intake.InvalidEventException;
import io.storehouse.stream.intake.LogRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Reads the sales and returns of the orders topic; what is none is passed over, what cannot be read becomes a dead letter.
 */
final class ReadDocuments extends ProcessFunction<LogRecord, SaleDocument> {
    private static final long serialVersionUID = 1L;

    private transient EventReader reader;
    private transient DeadLetters deadLetters;

    @Override
    public void open(OpenContext context) {
        reader = new EventReader();
        deadLetters = new DeadLetters(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(LogRecord record, Context context, Collector<SaleDocument> out) {
        try {
            reader.document(record).ifPresent(out::collect);
        } catch (InvalidEventException e) {
            context.output(DeadLetters.TAG, deadLetters.noticed(e.letter(record)));
        }
    }
}
