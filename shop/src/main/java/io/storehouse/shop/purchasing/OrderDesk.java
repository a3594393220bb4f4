package io.storehouse.shop.purchasing;

import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.catalogue.Packs;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.stores.Stores;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is looked up before a command on an order is recorded. */
@Component
class OrderDesk {
    private static final int MOST_LINES = 1_000;
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(100);
    private static final int PERCENT_PLACES = 2;

    private final PurchaseTables tables;
    private final SupplierTable suppliers;
    private final Stores stores;
    private final Catalogue catalogue;
    private final Packs packs;
    private final SurrogateKeys keys;
    private final Clock clock;

    OrderDesk(
            PurchaseTables tables,
            SupplierTable suppliers,
            Stores stores,
            Catalogue catalogue,
            Packs packs,
            SurrogateKeys keys,
            Clock clock) {
        this.tables = tables;
        this.suppliers = suppliers;
        this.stores = stores;
        this.catalogue = catalogue;
        this.packs = packs;
        this.keys = keys;
        this.clock = clock;
    }

    <C extends PurchaseCommand> Purchase<C> of(C command) {
        OrderHead order = tables.one(command.order());
        return new Purchase<>(keys.next(), command, order, stores.require(order.store()), List.of(), clock.instant());
    }

    Purchase<DraftOrder> draft(DraftOrder command) {
        List<PurchaseLine> lines = lines(command.content());
        long key = keys.next();
        Instant now = clock.instant();
        var store = stores.require(command.store());
        OrderHead order = new OrderHead(
                key,
                command.id(),
                command.number() == null || command.number().isBlank() ? "PO" + key : command.number(),
                command.content().supplier(),
                store.code(),
                store.id(),
                OrderState.DRAFT,
                1,
                command.content().overPercent(),
                command.content().expectedOn(),
                command.by(),
                now);
        return new Purchase<>(key, command, order, store, lines, now);
    }

    /** The lines of a draft, whose supplier, products and packs are known. */
    List<PurchaseLine> lines(OrderContent content) {
        suppliers.requireKnown(content.supplier());
        BigDecimal over = content.overPercent();
        if (over.signum() < 0
                || over.compareTo(MOST_PERCENT) > 0
                || over.stripTrailingZeros().scale() > PERCENT_PLACES) {
            throw PurchaseLine.invalid("Invalid over-receipt: expected 0 to 100 percent with at most 2 places");
        }
        if (content.lines().isEmpty() || content.lines().size() > MOST_LINES) {
            throw PurchaseLine.invalid("Invalid order: expected 1 to " + MOST_LINES + " lines");
        }
        Set<String> skus = content.lines().stream().map(OrderContent.Line::sku).collect(Collectors.toSet());
        Map<String, Product> products = catalogue.require(skus);
        Product.requireSold(products.values(), clock.instant());
        Map<String, Map<String, BigDecimal>> known = packs.of(skus);
        List<PurchaseLine> lines = new ArrayList<>();
        for (OrderContent.Line line : content.lines()) {
            lines.add(PurchaseLine.of(
                    lines.size() + 1,
                    line,
                    Objects.requireNonNull(products.get(line.sku())),
                    known.getOrDefault(line.sku(), Map.of()),
                    over));
        }
        return lines;
    }
}
