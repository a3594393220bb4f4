package io.storehouse.shop.importing;

import io.storehouse.formats.DocumentHead;
import io.storehouse.formats.SalesDocument;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.sales.AcceptReturn;
import io.storehouse.shop.sales.AcceptedReturn;
import io.storehouse.shop.sales.Checkout;
import io.storehouse.shop.sales.Disposition;
import io.storehouse.shop.sales.PlaceOrder;
import io.storehouse.shop.sales.PlacedOrder;
import io.storehouse.shop.sales.Returns;
import io.storehouse.shop.sales.Tendered;
import io.storehouse.shop.stock.AdjustStock;
import io.storehouse.shop.stock.Stock;
import io.storehouse.shop.stock.StockDocument;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns documents of a file into the shop's commands, and has them recorded. */
@Component
class DocumentPoster {
    /** Who approves a return without receipt: the file says that it happened. */
    private static final String APPROVER = "import";

    private static final String TENDER = "external";

    private final Stores stores;
    private final Checkout checkout;
    private final Returns returns;
    private final Stock stock;

    DocumentPoster(Stores stores, Checkout checkout, Returns returns, Stock stock) {
        this.stores = stores;
        this.checkout = checkout;
        this.returns = returns;
        this.stock = stock;
    }

    /**
     * Records the documents, all or none, in the running transaction.
     *
     * @return ids of those that were recorded before with the same content, as by a till
     */
    Set<UUID> post(List<SalesDocument> documents) {
        Map<String, Store> known = stores.require(
                documents.stream().map(document -> document.head().store()).collect(Collectors.toSet()));
        List<PlaceOrder> sales = new ArrayList<>();
        List<AcceptReturn> takenBack = new ArrayList<>();
        List<AdjustStock> adjustments = new ArrayList<>();
        for (SalesDocument document : documents) {
            if (document instanceof SalesDocument.Sale sale) {
                sales.add(order(sale, payments(sale, known)));
            }
            if (document instanceof SalesDocument.Return back) {
                takenBack.add(acceptReturn(back, payments(back, known)));
            }
            if (document instanceof SalesDocument.Adjustment adjustment) {
                adjustments.add(adjust(adjustment));
            }
        }
        Set<UUID> before = new HashSet<>();
        if (!sales.isEmpty()) {
            checkout.place(sales).stream().filter(PlacedOrder::replayed).forEach(order -> before.add(order.id()));
        }
        if (!takenBack.isEmpty()) {
            returns.accept(takenBack).stream().filter(AcceptedReturn::replayed).forEach(back -> before.add(back.id()));
        }
        if (!adjustments.isEmpty()) {
            stock.adjust(adjustments).stream()
                    .filter(StockDocument::replayed)
                    .forEach(adjustment -> before.add(adjustment.id()));
        }
        return before;
    }

    private static PlaceOrder order(SalesDocument.Sale sale, List<Tendered> payments) {
        DocumentHead head = sale.head();
        return new PlaceOrder(
                head.id(),
                head.invoice(),
                head.store(),
                null,
                head.customer(),
                Channel.IMPORT,
                head.occurredAt(),
                sale.lines().stream()
                        .map(line -> new PlaceOrder.Line(
                                sale.lineId(line),
                                line.sku(),
                                nameOrNull(line.name()),
                                line.quantity(),
                                line.unitPrice(),
                                BigDecimal.ZERO))
                        .toList(),
                payments,
                null,
                false,
                null);
    }

    private static AcceptReturn acceptReturn(SalesDocument.Return back, List<Tendered> refunds) {
        DocumentHead head = back.head();
        return new AcceptReturn(
                head.id(),
                head.invoice(),
                head.store(),
                null,
                head.customer(),
                Channel.IMPORT,
                null,
                APPROVER,
                head.occurredAt(),
                back.lines().stream()
                        .map(line -> new AcceptReturn.Line(
                                back.lineId(line),
                                null,
                                line.sku(),
                                nameOrNull(line.name()),
                                line.quantity(),
                                line.unitPrice(),
                                "",
                                Disposition.SELLABLE))
                        .toList(),
                refunds,
                false);
    }

    private static AdjustStock adjust(SalesDocument.Adjustment adjustment) {
        DocumentHead head = adjustment.head();
        return new AdjustStock(
                head.id(),
                head.invoice(),
                head.store(),
                null,
                Channel.IMPORT,
                head.occurredAt(),
                adjustment.lines().stream()
                        .map(line -> new AdjustStock.Line(line.sku(), line.quantity(), line.name()))
                        .toList());
    }

    /** One payment of what is payable; none where that is nothing. */
    private static List<Tendered> payments(SalesDocument document, Map<String, Store> stores) {
        Store store = Objects.requireNonNull(stores.get(document.head().store()));
        int places = store.currency().getDefaultFractionDigits();
        BigDecimal payable = document.amount().abs().setScale(places, RoundingMode.HALF_UP);
        return payable.signum() == 0 ? List.of() : List.of(new Tendered(document.paymentId(), TENDER, payable));
    }

    private static @Nullable String nameOrNull(String name) {
        return name.isEmpty() ? null : name;
    }
}
