package io.storehouse.stream.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.stream.redis.LiveFigure;
import io.storehouse.stream.redis.Refill;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RankSkusTest {
    private static final String DATE = "2011-09-22";

    @Test
    void ranksAcrossARestoreWithReturnsTakenOff() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var ranks = harness()) {
            open(ranks);
            ranks.processElement(new StreamRecord<>(Sales.sale(0, 1, DATE, "A", "9")));
            ranks.processElement(new StreamRecord<>(Sales.sale(0, 2, DATE, "B", "5")));
            checkpoint = ranks.snapshot(1, 1);
        }
        try (var ranks = harness()) {
            ranks.initializeState(checkpoint);
            open(ranks);
            ranks.processElement(new StreamRecord<>(Sales.returned(3, 0, DATE, "A", "6")));

            LiveFigure top = ranks.extractOutputValues().get(0);
            assertThat(top.key()).isEqualTo("storehouse:live:v1:top:2011-09-22");
            assertThat(top.cut()).isEqualTo("2,-1,-1,0");
            assertThat(top.value())
                    .isEqualTo(
                            "{\"skus\":[{\"sku\":\"B\",\"name\":\"name of B\",\"units\":\"2.000\",\"net\":\"5.0000\"},"
                                    + "{\"sku\":\"A\",\"name\":\"name of A\",\"units\":\"0.000\",\"net\":\"3.0000\"}]}");
        }
    }

    @Test
    void leavesOnlyTheEndOfAnOldDateBehind() throws Exception {
        try (var ranks = harness()) {
            open(ranks);
            ranks.processElement(new StreamRecord<>(Sales.sale(0, 1, DATE, "A", "9")));
            ranks.processWatermark(new Watermark(LiveDays.timeOf(LocalDate.parse("2011-09-30"))));
            ranks.processElement(new StreamRecord<>(Sales.sale(0, 2, DATE, "A", "9")));
            ranks.processBroadcastElement(new StreamRecord<>(new Refill("run")));

            assertThat(ranks.extractOutputValues())
                    .map(LiveFigure::shape)
                    .containsExactly(LiveFigure.Shape.FIGURE, LiveFigure.Shape.GONE);
        }
    }

    private static KeyedBroadcastOperatorTestHarness<String, SaleDocument, Refill, LiveFigure> harness()
            throws Exception {
        KeyedBroadcastOperatorTestHarness<String, SaleDocument, Refill, LiveFigure> harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(
                                new RankSkus("v1"),
                                List.of(new MapStateDescriptor<>("none", Types.STRING, Types.STRING))),
                        SaleDocument::businessDate,
                        Types.STRING,
                        10,
                        1,
                        0);
        return harness;
    }

    /** Opens it with a refill stream that does not hold event time back, as in the topology. */
    private static void open(KeyedBroadcastOperatorTestHarness<?, ?, ?, ?> harness) throws Exception {
        harness.open();
        harness.processBroadcastWatermark(Watermark.MAX_WATERMARK);
    }
}
