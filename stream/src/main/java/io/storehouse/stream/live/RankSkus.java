package io.storehouse.stream.live;

import io.storehouse.contracts.Cut;
import io.storehouse.contracts.LiveKeys;
import io.storehouse.stream.redis.LiveFigure;
import io.storehouse.stream.redis.Refill;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Ranks the SKUs of a business date over all stores while the date is live; an ended date is never ranked again. */
final class RankSkus extends KeyedBroadcastProcessFunction<String, SaleDocument, Refill, LiveFigure> {
    private static final long serialVersionUID = 1L;

    private final ValueStateDescriptor<TopFigure> topState = new ValueStateDescriptor<>("top", TopFigure.class);
    private final MapStateDescriptor<String, SkuFigure> skuState =
            new MapStateDescriptor<>("skus", String.class, SkuFigure.class);
    private final ValueStateDescriptor<Boolean> endedState = new ValueStateDescriptor<>("ended", Boolean.class);
    private final String keyspace;

    private transient LiveKeys keys;
    private transient ValueState<TopFigure> top;
    private transient MapState<String, SkuFigure> skus;
    private transient ValueState<Boolean> ended;

    RankSkus(String keyspace) {
        this.keyspace = keyspace;
    }

    @Override
    public void open(OpenContext context) {
        keys = new LiveKeys(keyspace);
        top = getRuntimeContext().getState(topState);
        skus = getRuntimeContext().getMapState(skuState);
        ended = getRuntimeContext().getState(endedState);
    }

    @Override
    public void processElement(SaleDocument document, ReadOnlyContext context, Collector<LiveFigure> out)
            throws Exception {
        if (ended.value() != null) {
            return;
        }
        String businessDate = context.getCurrentKey();
        long end = LiveDays.endOf(businessDate);
        if (context.timerService().currentWatermark() >= end) {
            end(businessDate, out);
            return;
        }
        context.timerService().registerEventTimeTimer(end);
        TopFigure after = rank(document);
        top.update(after);
        out.collect(figure(businessDate, after));
    }

    @Override
    public void processBroadcastElement(Refill refill, Context context, Collector<LiveFigure> out) throws Exception {
        context.applyToKeyedState(topState, (key, state) -> out.collect(figure(key, state.value())));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<LiveFigure> out) throws Exception {
        end(context.getCurrentKey(), out);
    }

    private TopFigure rank(SaleDocument document) throws Exception {
        TopFigure stored = top.value();
        TopFigure before = stored == null ? TopFigure.empty() : stored;
        Collection<SkuFigure> changed = fold(document);
        List<SkuFigure> ranked = SkuRanking.survives(before.ranked(), changed)
                ? SkuRanking.with(before.ranked(), changed)
                : SkuRanking.of(skus.values());
        Cut cut = Cut.parse(before.cut()).with(document.partition(), document.offset());
        return new TopFigure(cut.text(), ranked);
    }

    private Collection<SkuFigure> fold(SaleDocument document) throws Exception {
        Map<String, SkuFigure> changed = new HashMap<>();
        for (SaleDocument.Line line : document.lines()) {
            SkuFigure before = changed.containsKey(line.sku()) ? changed.get(line.sku()) : skus.get(line.sku());
            changed.put(line.sku(), (before == null ? SkuFigure.empty(line.sku()) : before).with(document, line));
        }
        skus.putAll(changed);
        return changed.values();
    }

    private void end(String businessDate, Collector<LiveFigure> out) throws Exception {
        ended.update(true);
        skus.clear();
        top.clear();
        out.collect(LiveFigure.gone(keys.topSkus(businessDate)));
    }

    private LiveFigure figure(String businessDate, TopFigure figure) {
        return LiveFigure.of(keys.topSkus(businessDate), figure.cut(), FigureJson.top(figure));
    }
}
