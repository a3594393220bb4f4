package io.storehouse.shop.replica;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadPositionTest {
    @ParameterizedTest
    @ValueSource(strings = {"1:0-1-42", "12:0-1-42,3-7-9"})
    void readsWhatItWrites(String text) {
        assertThat(ReadPosition.parse(text)).map(ReadPosition::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "1:",
                "x:0-1-2",
                "-1:0-1-2",
                "99999:0-1-2",
                "1:0-1",
                "1:0-1-2-3",
                "1:0-1-2;",
                "1:0-1-2, 1-1-1",
                "1:0-1-9999999999999999999",
                "1:' or 1=1",
                "1:٠-1-2",
                "٣:0-1-2"
            })
    void takesNothingElse(String text) {
        assertThat(ReadPosition.parse(text)).isEmpty();
    }

    @Test
    void keepsTheFarthestOfEachDomain() {
        assertThat(position("1:0-1-5,1-1-9").with(position("1:0-2-7,2-1-1")).text())
                .isEqualTo("1:0-2-7,1-1-9,2-1-1");
    }

    @Test
    void forgetsAnOlderIncarnation() {
        assertThat(position("1:0-1-500").with(position("2:0-1-3")).text()).isEqualTo("2:0-1-3");
        assertThat(position("2:0-1-3").with(position("1:0-1-500")).text()).isEqualTo("2:0-1-3");
    }

    @Test
    void coversWhatIsNotBeyondItInAnyDomain() {
        Gtids here = position("1:0-1-5,1-1-9").gtids();
        assertThat(here.covers(position("1:0-9-5").gtids())).isTrue();
        assertThat(here.covers(position("1:0-1-6").gtids())).isFalse();
        assertThat(here.covers(position("1:7-1-1").gtids())).isFalse();
        assertThat(here.covers(Gtids.NONE)).isTrue();
        assertThat(here.isBehind(position("1:1-1-10").gtids())).isTrue();
        assertThat(here.isBehind(position("1:2-1-10").gtids())).isFalse();
    }

    private static ReadPosition position(String text) {
        return ReadPosition.parse(text).orElseThrow();
    }
}
