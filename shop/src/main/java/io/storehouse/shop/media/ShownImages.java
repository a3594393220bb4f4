package io.storehouse.shop.media;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.ProductImagesChanged;
import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which products show which pictures. */
@Component
class ShownImages {
    private final JdbcClient jdbc;
    private final Rows rows;
    private final Catalogue catalogue;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    ShownImages(
            JdbcClient jdbc, Rows rows, Catalogue catalogue, Outbox outbox, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes these the product's pictures, in their order; an event leaves only when something changed.
     *
     * @throws ShopException {@code unknown-image}
     */
    List<Images.Image> show(String sku, List<String> hashes) {
        catalogue.require(Set.of(sku));
        return transactions.inOne(() -> {
            requireKnown(hashes);
            if (locked(sku).equals(hashes)) {
                return shown(sku);
            }
            jdbc.sql("delete from product_image where sku = :sku")
                    .param("sku", sku)
                    .update();
            rows.write(
                    Rows.insert("product_image", "sku", "position", "hash"),
                    IntStream.range(0, hashes.size())
                            .mapToObj(i -> new @Nullable Object[] {sku, i, hashes.get(i)})
                            .toList());
            List<Images.Image> shown = shown(sku);
            announce(sku, shown);
            return shown;
        });
    }

    private List<String> locked(String sku) {
        return jdbc.sql("select hash from product_image where sku = :sku order by position for update")
                .param("sku", sku)
                .query(String.class)
                .list();
    }

    private void announce(String sku, List<Images.Image> shown) {
        List<ProductImagesChanged.Image> images = shown.stream()
                .map(image -> new ProductImagesChanged.Image(image.hash(), image.type(), image.width(), image.height()))
                .toList();
        outbox.append(List.of(OutboxMessage.of(
                EventType.PRODUCT_IMAGES_CHANGED,
                Topic.REFERENCE,
                sku,
                clock.instant(),
                new ProductImagesChanged(sku, images))));
    }

    List<Images.Image> shown(String sku) {
        return jdbc.sql("""
                select i.hash, i.type, i.bytes, i.width, i.height
                from product_image p
                join image i on i.hash = p.hash
                where p.sku = :sku
                order by p.position
                """).param("sku", sku).query(Images.Image.class).list();
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
}
