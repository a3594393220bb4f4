package io.storehouse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FileLinesTest {
    @Test
    void leavesOutWholeRowsAndKeepsEveryOtherByte() throws IOException {
        byte[] file = "h,h\r\n1,\"a\r\nb\"\r\n2,\u00ff\n\n3,\"c\"\n4,d".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(copyWithout(file, Set.of(2))).isEqualTo("h,h\r\n2,\u00ff\n\n3,\"c\"\n4,d");
        assertThat(copyWithout(file, Set.of(6, 7))).isEqualTo("h,h\r\n1,\"a\r\nb\"\r\n2,\u00ff\n\n");
        assertThat(copyWithout(file, Set.of())).isEqualTo(new String(file, StandardCharsets.ISO_8859_1));
    }

    private static String copyWithout(byte[] file, Set<Integer> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileLines.copyWithout(new ByteArrayInputStream(file), new ByteArrayInputStream(file), rows, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
