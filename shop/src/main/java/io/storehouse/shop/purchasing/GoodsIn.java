package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.stock.ReceiveStock;
import io.storehouse.shop.stock.Stock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How goods of an order come in: the order first, whose row all that concerns it waits for, then its lines, then the stock. */
@Component
class GoodsIn extends PurchaseKind<MoveGoods> {
    private final OrderDesk desk;
    private final PurchaseTables tables;
    private final PurchaseEvents events;
    private final Stock stock;

    GoodsIn(OrderDesk desk, PurchaseTables tables, PurchaseEvents events, Stock stock) {
        super("purchase-receipt");
        this.desk = desk;
        this.tables = tables;
        this.events = events;
        this.stock = stock;
    }

    @Override
    Purchase<MoveGoods> prepare(MoveGoods command) {
        MovementRules.check(command);
        return desk.of(command);
    }

    @Override
    void write(Purchase<MoveGoods> receipt) {
        long version =
                tables.claim(receipt, List.of(OrderState.APPROVED, OrderState.PARTLY_RECEIVED), "receive goods of");
        Map<Integer, PurchaseLine> lines =
                tables.receive(receipt.order(), receipt.command().lines());
        boolean complete =
                lines.values().stream().allMatch(line -> line.received().compareTo(line.quantity()) >= 0);
        OrderState state = complete ? OrderState.RECEIVED : OrderState.PARTLY_RECEIVED;
        tables.settle(receipt.order(), state);
        tables.addMovement(receipt, "receipt");
        tables.addStep(receipt, "receive", state, version);
        stock.receive(List.of(command(receipt, lines)));
        events.changed(receipt);
    }

    private static ReceiveStock command(Purchase<MoveGoods> receipt, Map<Integer, PurchaseLine> lines) {
        return new ReceiveStock(
                receipt.command().id(),
                receipt.command().reference(),
                receipt.order().store(),
                Channel.TILL,
                receipt.command().occurredAt(),
                false,
                receipt.command().lines().stream()
                        .map(line -> {
                            PurchaseLine ordered = Objects.requireNonNull(lines.get(line.lineNo()));
                            return new ReceiveStock.Line(ordered.sku(), line.quantity(), ordered.unitCost());
                        })
                        .toList());
    }
}
