package io.storehouse.shop.purchasing;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.contracts.events.GoodsReturnedToSupplier;
import io.storehouse.contracts.events.PurchaseOrderChanged;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.stores.BusinessTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells of orders, in the running transaction, as they are after what was written. */
@Component
class PurchaseEvents {
    private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final PurchaseTables tables;
    private final PurchaseViews views;
    private final Outbox outbox;

    PurchaseEvents(PurchaseTables tables, PurchaseViews views, Outbox outbox) {
        this.tables = tables;
        this.views = views;
        this.outbox = outbox;
    }

    void changed(Purchase<?> purchase) {
        OrderHead order = tables.one(purchase.order().id());
        PurchaseOrderChanged payload = new PurchaseOrderChanged(
                order.id().toString(),
                order.number(),
                order.supplier(),
                order.state().code(),
                order.version(),
                views.lines(order.key()).stream()
                        .map(line -> new PurchaseOrderChanged.Line(
                                line.lineNo(),
                                line.sku(),
                                line.quantity(),
                                line.unitCost(),
                                line.received(),
                                line.returned()))
                        .toList());
        append(EventType.PURCHASE_ORDER_CHANGED, order.id(), purchase, purchase.recordedAt(), payload);
    }

    void returned(Purchase<MoveGoods> back, Map<Integer, PurchaseLine> lines) {
        MoveGoods command = back.command();
        GoodsReturnedToSupplier payload = new GoodsReturnedToSupplier(
                command.id().toString(),
                command.reference(),
                back.order().id().toString(),
                back.order().number(),
                back.order().supplier(),
                command.lines().stream()
                        .map(line -> {
                            PurchaseLine ordered = Objects.requireNonNull(lines.get(line.lineNo()));
                            return new GoodsReturnedToSupplier.Line(
                                    line.lineNo(), ordered.sku(), line.quantity(), ordered.unitCost(), line.reason());
                        })
                        .toList());
        append(EventType.GOODS_RETURNED_TO_SUPPLIER, command.id(), back, command.occurredAt(), payload);
    }

    private void append(EventType type, UUID key, Purchase<?> purchase, Instant occurredAt, Object payload) {
        BusinessTime businessTime = purchase.store().businessTimeOf(occurredAt);
        outbox.append(List.of(new OutboxMessage(
                Topic.STOCK,
                key.toString(),
                new Envelope<>(
                        UUID.randomUUID().toString(),
                        type.code(),
                        OutboxMessage.SCHEMA_VERSION,
                        occurredAt,
                        purchase.recordedAt(),
                        purchase.store().code(),
                        businessTime.date(),
                        HOUR_MINUTE.format(businessTime.time()),
                        payload))));
    }
}
