package io.storehouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void textSortsAsPositionsDo() {
        Random random = new Random(20101201);
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            positions.add(new Position(
                    random.nextInt(3), random.nextLong() >>> (1 + random.nextInt(62)), random.nextLong() >>> 1));
        }
        List<Position> byText = new ArrayList<>(positions);
        byText.sort(Comparator.comparing(Position::text));
        Collections.sort(positions);
        assertThat(byText).isEqualTo(positions);
    }

    @Test
    void textReadsBack() {
        Position position = Position.of(2, "0-1-4711", 9);
        assertThat(position.text()).hasSize(44);
        assertThat(Position.parse(position.text())).isEqualTo(position);
    }

    @Test
    void endOfATransactionIsBeyondItsRowsAndBeforeTheNext() {
        Position end = Position.endOf(1, "0-1-10");
        assertThat(end).isGreaterThan(Position.of(1, "0-1-10", 987654321));
        assertThat(end).isLessThan(Position.of(1, "0-1-11", 0));
    }

    @Test
    void newIncarnationIsBeyondEverythingBeforeIt() {
        assertThat(Position.of(2, "0-1-1", 0)).isGreaterThan(Position.endOf(1, "0-1-999999"));
    }

    @Test
    void rejectsWhatIsNotOneGtid() {
        assertThatThrownBy(() -> Position.of(1, "0-1-2,1-1-3", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Invalid GTID: '0-1-2,1-1-3'");
        assertThatThrownBy(() -> Position.parse("1-2-3")).hasMessage("Invalid position: '1-2-3'");
    }
}
