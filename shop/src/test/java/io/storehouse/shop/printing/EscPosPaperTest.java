package io.storehouse.shop.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EscPosPaperTest {
    @Test
    void alignsWideCharactersByTheirColumns() {
        assertThat(EscPosPaper.width("Mug 茶杯é")).isEqualTo(10);
        for (String name : List.of("Mug", "茶杯", "ééé", "茶".repeat(30), "x".repeat(47), "x".repeat(48))) {
            assertThat(EscPosPaper.columns(name, "7.50"))
                    .as(name)
                    .allSatisfy(line -> assertThat(EscPosPaper.width(line)).isLessThanOrEqualTo(48))
                    .last()
                    .satisfies(line -> assertThat(EscPosPaper.width(line)).isEqualTo(48))
                    .asString()
                    .endsWith("7.50");
        }
    }

    @Test
    void splitsNoCharacterBetweenTwoLines() {
        assertThat(EscPosPaper.columns("x" + "茶".repeat(24), "")).containsExactly("x" + "茶".repeat(23), "茶");
    }
}
