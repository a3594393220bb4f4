package io.storehouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CutTest {

    @Test
    void dominatesOnlyWhenNoPartitionIsBehind() {
        Cut older = Cut.empty().with(0, 5).with(2, 7);
        assertThat(older.with(2, 8).dominates(older)).isTrue();
        assertThat(older.dominates(older)).isTrue();
        assertThat(older.with(0, 9).dominates(older.with(1, 0))).isFalse();
    }

    @Test
    void neverRunsBackwards() {
        Cut cut = Cut.empty().with(3, 10);
        assertThat(cut.with(3, 4)).isEqualTo(cut);
    }

    @Test
    void textReadsBack() {
        Cut cut = Cut.empty().with(1, 12);
        assertThat(cut.text()).isEqualTo("-1,12,-1,-1");
        assertThat(Cut.parse(cut.text())).isEqualTo(cut).hasSameHashCodeAs(cut);
    }

    @Test
    void rejectsAnotherNumberOfPartitions() {
        assertThatThrownBy(() -> Cut.parse("1,2,3")).hasMessageContaining("expected 4 offsets");
    }
}
