package io.storehouse.stream.live;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Event time of the live job: the newest business date seen, which only ends the days that are no longer live. */
final class BusinessDates implements WatermarkGenerator<SaleDocument> {
    private long newest = Long.MIN_VALUE;

    private BusinessDates() {}

    static WatermarkStrategy<SaleDocument> watermarks() {
        return WatermarkStrategy.forGenerator(context -> new BusinessDates());
    }

    @Override
    public void onEvent(SaleDocument document, long timestamp, WatermarkOutput output) {
        newest = Math.max(newest, LiveDays.reachedBy(document));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (newest > Long.MIN_VALUE) {
            output.emitWatermark(new Watermark(newest));
        }
    }
}
