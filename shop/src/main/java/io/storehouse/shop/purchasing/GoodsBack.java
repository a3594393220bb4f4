package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.stock.AdjustStock;
import io.storehouse.shop.stock.Stock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How received goods go back to the supplier. The one place where that takes them out of stock. */
@Component
class GoodsBack extends PurchaseKind<MoveGoods> {
    private final OrderDesk desk;
    private final PurchaseTables tables;
    private final PurchaseEvents events;
    private final Stock stock;

    GoodsBack(OrderDesk desk, PurchaseTables tables, PurchaseEvents events, Stock stock) {
        super("supplier-return");
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
    void write(Purchase<MoveGoods> back) {
        long version = tables.claim(
                back,
                List.of(OrderState.PARTLY_RECEIVED, OrderState.RECEIVED, OrderState.CLOSED),
                "give back goods of");
        Map<Integer, PurchaseLine> lines =
                tables.giveBack(back.order(), back.command().lines());
        tables.addMovement(back, "return");
        tables.addStep(back, "return", tables.one(back.order().id()).state(), version);
        stock.adjust(List.of(command(back, lines)));
        events.changed(back);
        events.returned(back, lines);
    }

    private static AdjustStock command(Purchase<MoveGoods> back, Map<Integer, PurchaseLine> lines) {
        return new AdjustStock(
                back.command().id(),
                back.command().reference(),
                back.order().store(),
                null,
                Channel.TILL,
                back.command().occurredAt(),
                AdjustStock.Cause.SUPPLIER_RETURN,
                back.command().lines().stream()
                        .map(line -> new AdjustStock.Line(
                                Objects.requireNonNull(lines.get(line.lineNo())).sku(),
                                line.quantity().negate(),
                                "back to " + back.order().supplier()))
                        .toList());
    }
}
