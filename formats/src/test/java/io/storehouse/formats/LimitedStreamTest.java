package io.storehouse.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {
    @Test
    void givesAsManyBytesAsAllowed() throws IOException {
        assertThat(limited(3, 3).readAllBytes()).hasSize(3);
        assertThat(limited(3, 4).readAllBytes()).hasSize(3);
    }

    @Test
    void refusesTheNextByteHoweverItIsRead() throws IOException {
        assertThatThrownBy(() -> limited(4, 3).readAllBytes()).hasMessage("more than 3");
        try (LimitedStream bytewise = limited(4, 3)) {
            assertThat(bytewise.read() + bytewise.read() + bytewise.read()).isZero();
            assertThatThrownBy(bytewise::read).hasMessage("more than 3");
        }
    }

    private static LimitedStream limited(int bytes, int most) {
        return new LimitedStream(new ByteArrayInputStream(new byte[bytes]), most, limit -> {
            throw new IOException("more than " + limit);
        });
    }
}
