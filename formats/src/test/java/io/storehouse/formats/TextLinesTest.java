package io.storehouse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextLinesTest {
    @Test
    void endsLinesAlikeHoweverTheBytesArrive() throws IOException {
        String text = "\ufeffone\r\ntwo\rthree\n\n四\r\n\r\r\nlast";
        List<String> expected = List.of("1 one", "2 two", "3 three", "4 ", "5 四", "6 ", "7 ", "8 last");
        for (int most = 1; most < 40; most++) {
            assertThat(lines(inPieces(text.getBytes(StandardCharsets.UTF_8), most)))
                    .as("at most %d bytes at once", most)
                    .isEqualTo(expected);
        }
        assertThat(lines(inPieces(new byte[0], 1))).isEmpty();
        assertThat(lines(inPieces("a\r".getBytes(StandardCharsets.UTF_8), 1))).containsExactly("1 a");
    }

    @Test
    void findsEachLineWhereverTheBufferEnds() throws IOException {
        Random random = new Random(7);
        List<String> wanted = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) {
            String line = "é漢x".repeat(random.nextInt(12));
            wanted.add(i + " " + line);
            text.append(line).append('\n');
        }
        for (String end : List.of("\n", "\r\n", "\r")) {
            byte[] bytes = text.toString().replace("\n", end).getBytes(StandardCharsets.UTF_8);
            assertThat(lines(new ByteArrayInputStream(bytes))).isEqualTo(wanted);
            assertThat(lines(inPieces(bytes, 1_000))).isEqualTo(wanted);
        }
    }

    @Test
    void cutsWhatIsTooLongAndGoesOnBehindIt() throws IOException {
        for (int length : List.of(TextLines.MAX_BYTES, TextLines.MAX_BYTES + 1, 5 * TextLines.MAX_BYTES)) {
            String file = "before\n" + "x".repeat(length) + "\nafter";
            TextLines lines = new TextLines(inPieces(file.getBytes(StandardCharsets.UTF_8), 10_000));
            assertThat(lines.next()).isEqualTo(new TextLines.Line(1, "before", null));
            assertThat(lines.next())
                    .isEqualTo(new TextLines.Line(
                            2,
                            "x".repeat(TextLines.MAX_BYTES),
                            length > TextLines.MAX_BYTES ? RejectionCode.MALFORMED : null));
            assertThat(lines.next()).isEqualTo(new TextLines.Line(3, "after", null));
            assertThat(lines.next()).isNull();
        }
    }

    @Test
    void tellsBrokenBytesFromTheCharacterThatStandsForThem() throws IOException {
        byte[] file = Stream.of("a\ufffdb\n".getBytes(StandardCharsets.UTF_8), new byte[] {'a', (byte) 0xff, '\n'})
                .collect(java.io.ByteArrayOutputStream::new, (all, part) -> all.writeBytes(part), (one, other) -> {})
                .toByteArray();
        TextLines lines = new TextLines(new ByteArrayInputStream(file));
        assertThat(lines.next()).isEqualTo(new TextLines.Line(1, "a\ufffdb", null));
        assertThat(lines.next()).isEqualTo(new TextLines.Line(2, "a\ufffd", RejectionCode.NOT_UTF8));
    }

    private static List<String> lines(InputStream in) throws IOException {
        TextLines lines = new TextLines(in);
        List<TextLines.Line> all = new ArrayList<>();
        for (TextLines.Line line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all.stream().map(line -> line.lineNo() + " " + line.text()).collect(Collectors.toList());
    }

    /** A stream that gives at most so many bytes at once. */
    private static InputStream inPieces(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(most, length));
            }
        };
    }
}
