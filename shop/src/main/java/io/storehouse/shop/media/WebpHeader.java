package io.storehouse.shop.media;

import java.awt.Dimension;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The size of a WebP picture, by its container's first chunk (RFC 9649). The JDK cannot decode the rest. */
final class WebpHeader {
    private static final int SHORTEST = 30;
    private static final int RIFF = 8;
    private static final int CHUNK = 12;
    private static final int DATA = 20;
    private static final int SIDE = 0x3fff;
    private static final int LOSSLESS = 0x2f;
    /** The bytes 9d 01 2a of a key frame (RFC 6386, 9.1). */
    private static final int START_CODE = 0x2a019d;

    private WebpHeader() {}

    /** Empty where the container is cut off, longer than it says, or begins with another chunk. */
    static Optional<Dimension> size(byte[] bytes) {
        if (bytes.length < SHORTEST) {
            return Optional.empty();
        }
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long said = Integer.toUnsignedLong(file.getInt(4)) + RIFF;
        if (said != bytes.length) {
            return Optional.empty();
        }
        return switch (new String(bytes, CHUNK, 4, StandardCharsets.US_ASCII)) {
            case "VP8X" -> Optional.of(new Dimension(three(file, DATA + 4) + 1, three(file, DATA + 7) + 1));
            case "VP8L" -> lossless(file);
            case "VP8 " -> lossy(file);
            default -> Optional.empty();
        };
    }

    private static Optional<Dimension> lossy(ByteBuffer file) {
        if (three(file, DATA + 3) != START_CODE) {
            return Optional.empty();
        }
        return Optional.of(new Dimension(file.getShort(DATA + 6) & SIDE, file.getShort(DATA + 8) & SIDE));
    }

    private static Optional<Dimension> lossless(ByteBuffer file) {
        if (file.get(DATA) != LOSSLESS) {
            return Optional.empty();
        }
        int bits = file.getInt(DATA + 1);
        return Optional.of(new Dimension((bits & SIDE) + 1, (bits >>> 14 & SIDE) + 1));
    }

    private static int three(ByteBuffer file, int at) {
        return file.get(at) & 0xff | (file.get(at + 1) & 0xff) << 8 | (file.get(at + 2) & 0xff) << 16;
    }
}
