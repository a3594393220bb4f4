package io.storehouse.shop.media;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.problems.ShopException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pictures. The object is kept before its row, so that no row is without its object. */
@Component
class Images {
    /** Sides of thumbnails. */
    static final List<Integer> SIDES = List.of(96, 320);

    private static final int LARGEST = 320;

    private final JdbcClient jdbc;
    private final ObjectStore objects;
    private final MediaSettings settings;
    private final Clock clock;

    Images(JdbcClient jdbc, ObjectStore objects, MediaSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.objects = objects;
        this.settings = settings;
        this.clock = clock;
    }

    /** A picture: the SHA-256 of its bytes, which is its address, its type, length in bytes and size in pixels. */
    record Image(String hash, String type, int bytes, int width, int height) {}

    /**
     * Keeps a picture and its thumbnails; the same bytes are the same picture.
     *
     * @throws ShopException {@code invalid-image} or {@code image-too-large}
     */
    Image keep(byte[] bytes) {
        if (bytes.length > settings.maxSize().toBytes()) {
            throw new ShopException(
                    MediaError.IMAGE_TOO_LARGE,
                    "Cannot keep a picture of " + bytes.length + " bytes; at most "
                            + settings.maxSize().toBytes());
        }
        Picture picture = Picture.read(bytes, settings.maxPixels(), LARGEST);
        String hash = sha256(bytes);
        ObjectName name = ObjectName.ofHash(hash).orElseThrow();
        for (int side : SIDES) {
            picture.thumbnail(side).ifPresent(small -> objects.put(name.thumbnail(side), small));
        }
        objects.put(name, bytes);
        Image image = new Image(hash, picture.type().code(), bytes.length, picture.width(), picture.height());
        jdbc.sql("""
                insert ignore into image (hash, type, bytes, width, height, created_at)
                values (:hash, :type, :bytes, :width, :height, :now)
                """)
                .param("hash", hash)
                .param("type", image.type())
                .param("bytes", image.bytes())
                .param("width", image.width())
                .param("height", image.height())
                .param("now", Rows.utc(clock.instant()))
                .update();
        return image;
    }

    /** The bytes of a picture. */
    Optional<byte[]> bytes(String hash) {
        return ObjectName.ofHash(hash).flatMap(objects::get);
    }

    /** The bytes of a picture's thumbnail; of the picture itself where it has none. */
    Optional<byte[]> thumbnail(String hash, int side) {
        Optional<ObjectName> name = ObjectName.ofHash(hash);
        return name.flatMap(original -> objects.get(original.thumbnail(side))).or(() -> name.flatMap(objects::get));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
