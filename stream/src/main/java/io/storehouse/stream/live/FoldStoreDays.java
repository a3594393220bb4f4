package io.storehouse.stream.live;

import io.storehouse.contracts.LiveKeys;
import io.storehouse.stream.redis.LiveFigure;
import io.storehouse.stream.redis.Refill;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Folds the documents of a store's business date into its day figure, for ever, and into its minutes while the date is
 * live. A date whose minutes have ended never gets any again, so that a minute is complete or absent.
 */
final class FoldStoreDays extends KeyedBroadcastProcessFunction<StoreDay, SaleDocument, Refill, LiveFigure> {
    private static final long serialVersionUID = 1L;

    private final ValueStateDescriptor<DayFigure> dayState = new ValueStateDescriptor<>("day", DayFigure.class);
    private final MapStateDescriptor<String, DayFigure> minuteState =
            new MapStateDescriptor<>("minutes", String.class, DayFigure.class);
    private final ValueStateDescriptor<Boolean> endedState = new ValueStateDescriptor<>("ended", Boolean.class);
    private final String keyspace;

    private transient LiveKeys keys;
    private transient ValueState<DayFigure> day;
    private transient MapState<String, DayFigure> minutes;
    private transient ValueState<Boolean> ended;

    FoldStoreDays(String keyspace) {
        this.keyspace = keyspace;
    }

    @Override
    public void open(OpenContext context) {
        keys = new LiveKeys(keyspace);
        day = getRuntimeContext().getState(dayState);
        minutes = getRuntimeContext().getMapState(minuteState);
        ended = getRuntimeContext().getState(endedState);
    }

    @Override
    public void processElement(SaleDocument document, ReadOnlyContext context, Collector<LiveFigure> out)
            throws Exception {
        StoreDay key = context.getCurrentKey();
        DayFigure before = day.value();
        DayFigure after = (before == null ? DayFigure.empty() : before).with(document);
        day.update(after);
        out.collect(dayFigure(key, after));
        if (ended.value() != null) {
            return;
        }
        long end = LiveDays.endOf(key.businessDate());
        if (context.timerService().currentWatermark() >= end) {
            end(key, out);
            return;
        }
        context.timerService().registerEventTimeTimer(end);
        foldMinute(key, document, out);
    }

    @Override
    public void processBroadcastElement(Refill refill, Context context, Collector<LiveFigure> out) throws Exception {
        context.applyToKeyedState(dayState, (key, state) -> out.collect(dayFigure(key, state.value())));
        context.applyToKeyedState(minuteState, (key, state) -> {
            for (var minute : state.entries()) {
                out.collect(minuteFigure(key, minute.getKey(), minute.getValue()));
            }
        });
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<LiveFigure> out) throws Exception {
        end(context.getCurrentKey(), out);
    }

    private void foldMinute(StoreDay key, SaleDocument document, Collector<LiveFigure> out) throws Exception {
        String minute = document.businessTime();
        DayFigure before = minutes.get(minute);
        DayFigure after = (before == null ? DayFigure.empty() : before).with(document);
        minutes.put(minute, after);
        out.collect(minuteFigure(key, minute, after));
    }

    private void end(StoreDay key, Collector<LiveFigure> out) throws Exception {
        ended.update(true);
        minutes.clear();
        out.collect(LiveFigure.gone(keys.minutes(key.store(), key.businessDate())));
    }

    private LiveFigure dayFigure(StoreDay key, DayFigure figure) {
        return LiveFigure.ofDay(
                keys.day(key.store(), key.businessDate()),
                figure.cut(),
                FigureJson.day(figure),
                key.store(),
                key.businessDate());
    }

    private LiveFigure minuteFigure(StoreDay key, String minute, DayFigure figure) {
        return LiveFigure.ofField(
                keys.minutes(key.store(), key.businessDate()), minute, figure.cut(), FigureJson.minute(figure));
    }
}
