package io.storehouse.shop.catalogue;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.ProductChanged;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells of products that were listed or changed, in the running transaction. */
@Component
class ProductEvents {
    private final Outbox outbox;
    private final Categories categories;
    private final Clock clock;

    ProductEvents(Outbox outbox, Categories categories, Clock clock) {
        this.outbox = outbox;
        this.categories = categories;
        this.clock = clock;
    }

    void announce(List<Product> products) {
        Set<String> codes = products.stream()
                .map(Product::category)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> paths = categories.paths(codes);
        Instant now = clock.instant();
        outbox.append(products.stream()
                .map(product -> OutboxMessage.of(
                        EventType.PRODUCT_CHANGED, Topic.REFERENCE, product.sku(), now, payload(product, paths)))
                .toList());
    }

    private static ProductChanged payload(Product product, Map<String, String> paths) {
        return new ProductChanged(
                product.sku(),
                product.name(),
                product.barcode(),
                product.price(),
                product.goods(),
                product.category(),
                product.category() == null ? null : paths.get(product.category()),
                product.spu(),
                product.variant(),
                product.unit(),
                product.taxClass(),
                product.brand(),
                product.delistedAt() == null ? "active" : "delisted");
    }
}
