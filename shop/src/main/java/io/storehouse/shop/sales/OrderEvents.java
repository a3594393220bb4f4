package io.storehouse.shop.sales;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.Envelope;
import io.storehouse.contracts.events.OrderPlaced;
import io.storehouse.contracts.events.Payment;
import io.storehouse.contracts.events.ReturnAccepted;
import io.storehouse.contracts.events.StockMove;
import io.storehouse.shop.documents.Decimals;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.pricing.Take;
import io.storehouse.shop.stores.BusinessTime;
import io.storehouse.shop.stores.Store;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of sales and returns. */
final class OrderEvents {
    private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private OrderEvents() {}

    /** The cards are gift cards' ids by payment. */
    static OutboxMessage placed(Sale sale, List<StockMove> moves, Map<UUID, UUID> cards) {
        PlaceOrder order = sale.order();
        OrderPlaced payload = new OrderPlaced(
                order.id().toString(),
                sale.number(),
                order.channel().code(),
                order.till(),
                order.customer(),
                sale.store().currency().getCurrencyCode(),
                sale.gross(),
                sale.discount(),
                sale.settlement().linesTotal(),
                sale.settlement().rounding(),
                sale.settlement().payable(),
                sale.units(),
                sale.fingerprint().toString(),
                sale.lines().stream().map(line -> line(sale, line)).toList(),
                payments(order.payments(), cards),
                moves,
                sale.taxed().tax(),
                sale.taxed().added());
        return message(
                EventType.ORDER_PLACED,
                order.id(),
                order.occurredAt(),
                sale.recordedAt(),
                sale.store(),
                sale.businessTime(),
                payload);
    }

    /** The cards are gift cards' ids by refund. */
    static OutboxMessage accepted(Takeback takeback, List<StockMove> moves, Map<UUID, UUID> cards) {
        AcceptReturn command = takeback.command();
        ReturnAccepted payload = new ReturnAccepted(
                command.id().toString(),
                takeback.number(),
                command.orderId() == null ? null : command.orderId().toString(),
                command.channel().code(),
                command.till(),
                command.customer(),
                takeback.approvedBy(),
                takeback.store().currency().getCurrencyCode(),
                takeback.settlement().linesTotal(),
                takeback.settlement().rounding(),
                takeback.settlement().payable(),
                takeback.units(),
                takeback.fingerprint().toString(),
                takeback.lines().stream().map(OrderEvents::line).toList(),
                payments(command.refunds(), cards),
                moves,
                takeback.taxed().tax(),
                takeback.taxed().added());
        return message(
                EventType.RETURN_ACCEPTED,
                command.id(),
                command.occurredAt(),
                takeback.recordedAt(),
                takeback.store(),
                takeback.businessTime(),
                payload);
    }

    private static OutboxMessage message(
            EventType type,
            UUID id,
            Instant occurredAt,
            Instant recordedAt,
            Store store,
            BusinessTime businessTime,
            Object payload) {
        return new OutboxMessage(
                Topic.ORDERS,
                id.toString(),
                new Envelope<>(
                        UUID.randomUUID().toString(),
                        type.code(),
                        OutboxMessage.SCHEMA_VERSION,
                        occurredAt,
                        recordedAt,
                        store.code(),
                        businessTime.date(),
                        HOUR_MINUTE.format(businessTime.time()),
                        payload));
    }

    private static OrderPlaced.Line line(Sale sale, Sale.Line line) {
        PlaceOrder.Line ordered = line.ordered();
        return new OrderPlaced.Line(
                line.lineNo(),
                ordered.id().toString(),
                ordered.sku(),
                line.name(),
                ordered.quantity(),
                ordered.unitPrice(),
                ordered.discount(),
                line.amount(),
                line.goods(),
                trail(sale.trail(line)),
                ordered.giftCard() == null ? null : ordered.id().toString(),
                line.tax().percent(),
                line.tax().tax());
    }

    private static ReturnAccepted.Line line(Takeback.Line line) {
        AcceptReturn.Line returned = line.returned();
        return new ReturnAccepted.Line(
                line.lineNo(),
                returned.id().toString(),
                returned.orderLineNo(),
                returned.sku(),
                line.name(),
                returned.quantity(),
                returned.unitPrice(),
                line.amount(),
                returned.reason(),
                returned.disposition().code(),
                line.goods(),
                line.tax().percent(),
                line.tax().tax(),
                line.giftCard() == null ? null : line.giftCard().toString());
    }

    private static @Nullable List<OrderPlaced.Take> trail(@Nullable List<Take> trail) {
        return trail == null
                ? null
                : trail.stream()
                        .map(take -> new OrderPlaced.Take(take.kind().code(), take.rule(), take.amount()))
                        .toList();
    }

    private static List<Payment> payments(List<Tendered> payments, Map<UUID, UUID> cards) {
        return payments.stream()
                .map(payment -> new Payment(
                        payment.id().toString(),
                        payment.tender(),
                        payment.amount().setScale(Decimals.MONEY_PLACES),
                        cards.containsKey(payment.id()) ? String.valueOf(cards.get(payment.id())) : null))
                .toList();
    }
}
