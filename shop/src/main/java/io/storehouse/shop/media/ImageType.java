package io.storehouse.shop.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The kinds of pictures that are kept, told by their bytes and not by what anyone says they are. */
enum ImageType {
    PNG("image/png"),
    JPEG("image/jpeg"),
    WEBP("image/webp");

    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final int WEBP_AT = 8;

    private final MediaType mediaType;

    ImageType(String mediaType) {
        this.mediaType = MediaType.parseMediaType(mediaType);
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** The name in tables, and of ImageIO's format. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ImageType> of(byte[] bytes) {
        if (startsWith(bytes, 0, PNG_START)) {
            return Optional.of(PNG);
        }
        if (startsWith(bytes, 0, JPEG_START)) {
            return Optional.of(JPEG);
        }
        boolean webp = startsWith(bytes, 0, ascii("RIFF")) && startsWith(bytes, WEBP_AT, ascii("WEBP"));
        return webp ? Optional.of(WEBP) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] start) {
        return bytes.length >= at + start.length && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
