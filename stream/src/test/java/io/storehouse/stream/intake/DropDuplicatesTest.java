package io.storehouse.stream.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.contracts.Position;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DropDuplicatesTest {
    @Test
    void dropsWhatIsNotBeyondTheLastPositionOfItsPartition() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(record(0, 0, at(1)), 0);
            harness.processElement(record(0, 1, at(2)), 0);
            harness.processElement(record(0, 2, at(1)), 0);
            harness.processElement(record(0, 3, at(2)), 0);
            harness.processElement(record(0, 4, at(3)), 0);
            harness.processElement(record(1, 0, at(1)), 0);

            assertThat(places(harness.extractOutputValues())).containsExactly("t-0@0", "t-0@1", "t-0@4", "t-1@0");
        }
    }

    @Test
    void remembersTheLastPositionAfterARestore() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = harness()) {
            harness.open();
            harness.processElement(record(0, 0, at(5)), 0);
            checkpoint = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.processElement(record(0, 1, at(5)), 0);
            harness.processElement(record(0, 2, at(6)), 0);

            assertThat(places(harness.extractOutputValues())).containsExactly("t-0@2");
        }
    }

    @Test
    void makesADeadLetterOfARecordWithoutAReadablePosition() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(record(0, 0, null), 0);
            harness.processElement(record(0, 1, "17"), 0);

            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(harness.getSideOutput(DeadLetters.TAG))
                    .map(StreamRecord::getValue)
                    .map(DeadLetter::code)
                    .containsExactly(DeadLetter.Code.MISSING_POSITION, DeadLetter.Code.INVALID_POSITION);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<Integer, LogRecord, LogRecord> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DropDuplicates()), LogRecord::partition, Types.INT);
    }

    private static LogRecord record(int partition, long offset, @Nullable String position) {
        return new LogRecord("t", partition, offset, 0, position, "key", "{}");
    }

    private static String at(long sequence) {
        return new Position(1, sequence, 1).text();
    }

    private static List<String> places(List<LogRecord> records) {
        return records.stream().map(LogRecord::place).toList();
    }
}
