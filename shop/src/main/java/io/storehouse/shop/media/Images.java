package io.storehouse.shop.media;

import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pictures and which products show them. The object is kept before its row, so that no row is without its object. */
@Component
class Images {
    /** Sides of thumbnails. */
    static final List<Integer> SIDES = List.of(96, 320);

    private static final int LARGEST = 320;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final ObjectStore objects;
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final MediaSettings settings;
    private final Clock clock;

    Images(
            JdbcClient jdbc,
            Rows rows,
            ObjectStore objects,
            Catalogue catalogue,
            Transactions transactions,
            MediaSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.objects = objects;
        this.catalogue = catalogue;
        this.transactions = transactions;
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

    /**
     * Makes these the product's pictures, in their order.
     *
     * @throws ShopException {@code unknown-image}
     */
    List<Image> show(String sku, List<String> hashes) {
        catalogue.require(Set.of(sku));
        return transactions.inOne(() -> {
            requireKnown(hashes);
            jdbc.sql("delete from product_image where sku = :sku")
                    .param("sku", sku)
                    .update();
            rows.write(
                    Rows.insert("product_image", "sku", "position", "hash"),
                    IntStream.range(0, hashes.size())
                            .mapToObj(i -> new @Nullable Object[] {sku, i, hashes.get(i)})
                            .toList());
            return shown(sku);
        });
    }

    List<Image> shown(String sku) {
        return jdbc.sql("""
                select i.hash, i.type, i.bytes, i.width, i.height
                from product_image p
                join image i on i.hash = p.hash
                where p.sku = :sku
                order by p.position
                """).param("sku", sku).query(Image.class).list();
    }

    private void requireKnown(List<String> hashes) {
        Set<String> missing = new HashSet<>(hashes);
        if (!missing.isEmpty()) {
            jdbc.sql("select hash from image where hash in (:hashes)")
                    .param("hashes", hashes)
                    .query(String.class)
                    .list()
                    .forEach(missing::remove);
        }
        if (!missing.isEmpty()) {
            List<String> sorted = missing.stream().sorted().toList();
            throw new ShopException(
                    MediaError.UNKNOWN_IMAGE,
                    "Unknown picture: " + String.join(", ", sorted),
                    Map.of("images", sorted));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
