package io.storehouse.stream.live;

import io.storehouse.contracts.LiveKeys;
import io.storehouse.stream.redis.LiveFigure;
import io.storehouse.stream.redis.Refill;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps the newest documents of all stores, under one key. */
final class FoldTicker extends KeyedBroadcastProcessFunction<String, SaleDocument, Refill, LiveFigure> {
    private static final long serialVersionUID = 1L;

    private final ValueStateDescriptor<TickerFigure> tickerState =
            new ValueStateDescriptor<>("ticker", TickerFigure.class);
    private final String keyspace;

    private transient LiveKeys keys;
    private transient ValueState<TickerFigure> ticker;

    FoldTicker(String keyspace) {
        this.keyspace = keyspace;
    }

    @Override
    public void open(OpenContext context) {
        keys = new LiveKeys(keyspace);
        ticker = getRuntimeContext().getState(tickerState);
    }

    @Override
    public void processElement(SaleDocument document, ReadOnlyContext context, Collector<LiveFigure> out)
            throws Exception {
        TickerFigure before = ticker.value();
        TickerFigure after = (before == null ? TickerFigure.empty() : before).with(document);
        ticker.update(after);
        out.collect(figure(after));
    }

    @Override
    public void processBroadcastElement(Refill refill, Context context, Collector<LiveFigure> out) throws Exception {
        context.applyToKeyedState(tickerState, (key, state) -> out.collect(figure(state.value())));
    }

    private LiveFigure figure(TickerFigure figure) {
        return LiveFigure.of(keys.ticker(), figure.cut(), FigureJson.ticker(figure));
    }
}
