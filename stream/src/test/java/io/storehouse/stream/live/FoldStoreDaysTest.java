package io.storehouse.stream.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.stream.redis.LiveFigure;
import io.storehouse.stream.redis.Refill;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FoldStoreDaysTest {
    private static final String DATE = "2011-09-22";
    private static final String MINUTES = "storehouse:live:v1:minutes:2011-09-22:Berlin";
    private static final String DAY = "storehouse:live:v1:day:2011-09-22:Berlin";

    @Test
    void foldsTheDayAndTheMinute() throws Exception {
        try (var days = harness()) {
            open(days);
            days.processElement(new StreamRecord<>(Sales.sale(0, 3, DATE, "A", "9.5")));

            assertThat(places(days.extractOutputValues()))
                    .containsExactly(DAY + " 3,-1,-1,-1", MINUTES + " 3,-1,-1,-1");
            assertThat(days.extractOutputValues().get(1).field()).isEqualTo("10:30");
        }
    }

    @Test
    void givesTheSameFiguresInWhateverOrderPartitionsCome() throws Exception {
        try (var one = harness();
                var other = harness()) {
            open(one);
            open(other);
            one.processElement(new StreamRecord<>(Sales.sale(0, 1, DATE, "A", "9.5")));
            one.processElement(new StreamRecord<>(Sales.returned(1, 1, DATE, "A", "2")));
            other.processElement(new StreamRecord<>(Sales.returned(1, 1, DATE, "A", "2")));
            other.processElement(new StreamRecord<>(Sales.sale(0, 1, DATE, "A", "9.5")));

            assertThat(last(one.extractOutputValues(), 2)).isEqualTo(last(other.extractOutputValues(), 2));
        }
    }

    @Test
    void continuesAfterARestoreAndEmitsEverythingOnARefill() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var days = harness()) {
            open(days);
            days.processElement(new StreamRecord<>(Sales.sale(0, 1, DATE, "A", "9.5")));
            days.processElement(new StreamRecord<>(Sales.sale(0, 2, "2011-09-23", "A", "1")));
            checkpoint = days.snapshot(1, 1);
        }
        try (var days = harness()) {
            days.initializeState(checkpoint);
            open(days);
            days.processBroadcastElement(new StreamRecord<>(new Refill("run")));

            assertThat(days.extractOutputValues())
                    .map(LiveFigure::cut)
                    .containsExactlyInAnyOrder("1,-1,-1,-1", "1,-1,-1,-1", "2,-1,-1,-1", "2,-1,-1,-1");
            days.processElement(new StreamRecord<>(Sales.sale(1, 5, DATE, "A", "0.5")));
            assertThat(last(days.extractOutputValues(), 2).get(0).value()).contains("\"net\":\"10.0000\"");
            assertThat(last(days.extractOutputValues(), 1).get(0).cut()).isEqualTo("1,5,-1,-1");
        }
    }

    @Test
    void endsTheMinutesOfAnOldDateForEverButCountsItsDay() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var days = harness()) {
            open(days);
            days.processElement(new StreamRecord<>(Sales.sale(0, 1, DATE, "A", "9.5")));
            days.processWatermark(reached("2011-09-29"));
            assertThat(days.extractOutputValues()).hasSize(2);
            days.processWatermark(reached("2011-09-30"));

            assertThat(last(days.extractOutputValues(), 1)).containsExactly(LiveFigure.gone(MINUTES));
            assertThat(days.numEventTimeTimers()).isZero();
            checkpoint = days.snapshot(1, 1);
        }
        try (var days = harness()) {
            days.initializeState(checkpoint);
            open(days);
            days.processElement(new StreamRecord<>(Sales.sale(0, 2, DATE, "A", "0.5")));
            days.processBroadcastElement(new StreamRecord<>(new Refill("run")));

            assertThat(places(days.extractOutputValues())).containsExactly(DAY + " 2,-1,-1,-1", DAY + " 2,-1,-1,-1");
        }
    }

    @Test
    void givesADateThatComesTooLateNoMinutes() throws Exception {
        try (var days = harness()) {
            open(days);
            days.processWatermark(reached("2011-09-30"));
            days.processElement(new StreamRecord<>(Sales.sale(0, 1, DATE, "A", "9.5")));

            assertThat(places(days.extractOutputValues())).containsExactly(DAY + " 1,-1,-1,-1", MINUTES + " ");
        }
    }

    private static KeyedBroadcastOperatorTestHarness<StoreDay, SaleDocument, Refill, LiveFigure> harness()
            throws Exception {
        KeyedBroadcastOperatorTestHarness<StoreDay, SaleDocument, Refill, LiveFigure> harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(
                                new FoldStoreDays("v1"),
                                List.of(new MapStateDescriptor<>("none", Types.STRING, Types.STRING))),
                        StoreDay::of,
                        TypeInformation.of(StoreDay.class),
                        10,
                        1,
                        0);
        return harness;
    }

    private static Watermark reached(String date) {
        return new Watermark(LiveDays.timeOf(LocalDate.parse(date)));
    }

    private static List<String> places(List<LiveFigure> figures) {
        return figures.stream().map(figure -> figure.key() + " " + figure.cut()).toList();
    }

    private static List<LiveFigure> last(List<LiveFigure> figures, int count) {
        return figures.subList(figures.size() - count, figures.size());
    }

    /** Opens it with a refill stream that does not hold event time back, as in the topology. */
    private static void open(KeyedBroadcastOperatorTestHarness<?, ?, ?, ?> harness) throws Exception {
        harness.open();
        harness.processBroadcastWatermark(Watermark.MAX_WATERMARK);
    }
}
