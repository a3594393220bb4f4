package io.storehouse.shop.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.shop.problems.ShopException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedColumnsTest {
    @Test
    void keepsNothingOfAnUnnamedCell() {
        List<String> row = new ArrayList<>(Collections.nCopies(60_000, "x"));
        row.set(7, "code");
        row.set(59_999, "name");

        Cells cells = new NamedColumns(Map.of("name", 59_999, "code", 7)).cells(row);

        assertThat(cells.text("code")).isEqualTo("code");
        assertThat(cells.text("name")).isEqualTo("name");
        assertThat(cells.text("phone")).isNull();
        assertThat(cells.length()).isEqualTo(8);
    }

    @Test
    void takesARowThatEndsEarly() {
        Cells cells = new NamedColumns(Map.of("name", 2, "code", 0)).cells(List.of("code"));

        assertThat(cells.text("code")).isEqualTo("code");
        assertThat(cells.text("name")).isNull();
    }

    @Test
    void refusesMoreKeysThanThereIsRoomFor() {
        SeenKeys keys = new SeenKeys();
        for (int i = 0; i < 4_000_000; i++) {
            keys.add(Integer.toString(i));
        }

        assertThat(keys.add("17")).isFalse();
        assertThatThrownBy(() -> keys.add("new"))
                .isInstanceOf(ShopException.class)
                .hasMessage("Cannot take rows that name more than 4000000 codes; split the file");
    }
}
