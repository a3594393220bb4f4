package io.storehouse.stream.live;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Event time of a stream that has none and must not hold back the one it is joined to. */
final class Silence<T> implements WatermarkGenerator<T> {
    private Silence() {}

    static <T> WatermarkStrategy<T> watermarks() {
        return WatermarkStrategy.forGenerator(context -> new Silence<>());
    }

    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {
        output.markIdle();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.markIdle();
    }
}
