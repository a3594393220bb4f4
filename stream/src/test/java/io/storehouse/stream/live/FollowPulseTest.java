package io.storehouse.stream.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.stream.intake.LogRecord;
import io.storehouse.stream.redis.LiveFigure;
import io.storehouse.stream.testing.Events;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FollowPulseTest {
    @Test
    void followsTheNewestPulseAndNeverGoesBack() throws Exception {
        try (var pulses = harness()) {
            pulses.open();
            pulses.processElement1(pulse(20));
            pulses.processElement1(pulse(10));
            pulses.processElement1(pulse(30));

            assertThat(reached(pulses)).containsExactly(Events.recordedAt(20), Events.recordedAt(30));
        }
    }

    @Test
    void doesNotOvertakeDocumentsThatAreBeingFolded() throws Exception {
        try (var pulses = harness()) {
            pulses.open();
            pulses.setProcessingTime(10_000);
            pulses.processElement2(new StreamRecord<>(Sales.sale(0, 5, "2011-09-30", "A", "1")));
            pulses.processElement1(pulse(60));
            pulses.setProcessingTime(11_001);
            pulses.processElement1(pulse(61));

            assertThat(reached(pulses)).containsExactly(Sales.TEN.plusSeconds(5), Events.recordedAt(61));
        }
    }

    private static StreamRecord<LogRecord> pulse(int seconds) {
        return new StreamRecord<>(new LogRecord("storehouse.pulse", 0, 0, 0, null, null, Events.pulse(seconds)));
    }

    private static List<Instant> reached(KeyedTwoInputStreamOperatorTestHarness<?, ?, ?, LiveFigure> pulses) {
        return pulses.extractOutputValues().stream()
                .map(figure -> figure.value().split("\"")[3])
                .map(Instant::parse)
                .toList();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, LogRecord, SaleDocument, LiveFigure> harness()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new FollowPulse("v1")), record -> "all", document -> "all", Types.STRING);
    }
}
