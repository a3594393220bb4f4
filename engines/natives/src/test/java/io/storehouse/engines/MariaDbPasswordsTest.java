package io.storehouse.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MariaDbPasswordsTest {
    private static final String GOOD = "0123456789abcdef";

    @Test
    void refusesWhatCouldLeaveItsQuotes() {
        assertThatThrownBy(() -> new MariaDbPasswords(GOOD, "x'; drop database shop; -- ", GOOD, GOOD, GOOD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid password of database user lake; expected 16 or more letters, digits, '_' or '-'");
    }

    @Test
    void doesNotPrintThem() {
        assertThat(new MariaDbPasswords(GOOD, GOOD, GOOD, GOOD, GOOD).toString())
                .doesNotContain(GOOD);
    }
}
