package io.storehouse.shop.catalogue;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.ProductChanged;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells of products that were listed or changed, in the running transaction. */
@Component
class ProductEvents {
    private final Outbox outbox;
    private final Categories categories;
    private final BarcodeTable barcodes;
    private final Packs packs;
    private final Clock clock;

    ProductEvents(Outbox outbox, Categories categories, BarcodeTable barcodes, Packs packs, Clock clock) {
        this.outbox = outbox;
        this.categories = categories;
        this.barcodes = barcodes;
        this.packs = packs;
        this.clock = clock;
    }

    /** Tells of products that are new and have these bar codes; packs come later. */
    void listed(List<Product> products, Map<String, List<Barcode>> codes) {
        outbox.append(messages(products, codes, Map.of()));
    }

    /** Begins to tell of products that will be listed by this transaction, as {@link #listed(List, Map)}. */
    Outbox.Prepared toBeListed(List<Product> products, Map<String, List<Barcode>> codes) {
        return outbox.prepare(messages(products, codes, Map.of()));
    }

    /** Tells of products that are listed now. */
    void listed(Outbox.Prepared prepared) {
        outbox.append(prepared);
    }

    /** Tells of products of which anything was changed, after all of it was written. */
    void changed(List<Product> products) {
        List<String> skus = products.stream().map(Product::sku).toList();
        outbox.append(messages(products, barcodes.of(skus), packs.of(skus)));
    }

    private List<OutboxMessage> messages(
            List<Product> products, Map<String, List<Barcode>> codes, Map<String, Map<String, BigDecimal>> packed) {
        Set<String> classes = products.stream()
                .map(Product::category)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> paths = categories.paths(classes);
        Instant now = clock.instant();
        return products.stream()
                .map(product -> OutboxMessage.of(
                        EventType.PRODUCT_CHANGED,
                        Topic.REFERENCE,
                        product.sku(),
                        now,
                        payload(product, paths, codes, packed)))
                .toList();
    }

    private static ProductChanged payload(
            Product product,
            Map<String, String> paths,
            Map<String, List<Barcode>> codes,
            Map<String, Map<String, BigDecimal>> packed) {
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
                product.delistedAt() == null ? "active" : "delisted",
                codes.getOrDefault(product.sku(), List.of()).stream()
                        .map(code -> new ProductChanged.Code(code.code(), code.unit()))
                        .toList(),
                new TreeMap<>(packed.getOrDefault(product.sku(), Map.of()))
                        .entrySet().stream()
                                .map(pack -> new ProductChanged.Pack(pack.getKey(), pack.getValue()))
                                .toList());
    }
}
