package io.storehouse.shop.days;

import io.storehouse.shop.People;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What customers bring back. */
final class Takebacks {
    private final World world;
    private final World.Place place;
    private final Chance chance;
    private final Journal journal;

    Takebacks(World world, World.Place place, Chance chance, Journal journal) {
        this.world = world;
        this.place = place;
        this.chance = chance;
        this.journal = journal;
    }

    /** A return that can be asked for. */
    record Planned(Map<String, Object> body, Runnable whenDone) {
        void done() {
            whenDone.run();
        }
    }

    /** Some of the lines of an order of any store with this currency. */
    Optional<Planned> byReceipt() {
        List<SoldOrder> sold = journal.sold(place.currency());
        if (sold.isEmpty()) {
            return Optional.empty();
        }
        SoldOrder order = chance.percent(50) ? sold.get(sold.size() - 1) : chance.of(sold);
        List<Map<String, Object>> bought = Body.list(order.body, "lines");
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < bought.size(); i++) {
            if (lines.isEmpty() || chance.percent(40)) {
                lines.add(line(bought.get(i), i + 1));
            }
        }
        BigDecimal total = Money.total(lines);
        List<Map<String, Object>> refunds = order.refunds(total, chance);
        if (refunds == null) {
            return Optional.empty();
        }
        Map<String, Object> body = Body.of(
                "id",
                chance.id(),
                "store",
                place.code(),
                "orderId",
                order.id(),
                "customer",
                order.body.get("customer"),
                "occurredAt",
                World.now());
        body.put("lines", lines);
        body.put("refunds", refunds);
        return Optional.of(new Planned(body, () -> order.back(total, refunds)));
    }

    private Map<String, Object> line(Map<String, Object> bought, int lineNo) {
        BigDecimal sold = Body.decimal(bought, "quantity");
        BigDecimal back = chance.percent(40)
                ? sold
                : sold.multiply(chance.decimal(10, 100, 2)).setScale(3, RoundingMode.UP);
        BigDecimal price = Body.decimal(bought, "discount").signum() == 0
                ? Body.decimal(bought, "unitPrice")
                : Money.amount(bought).divide(sold, 4, RoundingMode.DOWN);
        return Body.of(
                "id",
                chance.id(),
                "orderLineNo",
                lineNo,
                "sku",
                bought.get("sku"),
                "quantity",
                back,
                "unitPrice",
                price,
                "reason",
                "too big",
                "disposition",
                chance.percent(80) ? "sellable" : "damaged");
    }

    /** Something without a receipt, which a manager approves. */
    Optional<Planned> withoutReceipt() {
        Map<String, Object> line = Body.of(
                "id",
                chance.id(),
                "sku",
                chance.of(world.skus),
                "quantity",
                chance.quantity(2),
                "unitPrice",
                chance.decimal(100, 1000, 2),
                "reason",
                "lost the receipt");
        BigDecimal due = Money.cash(Money.minor(Money.amount(line)), place.step());
        Map<String, Object> body = Body.of("id", chance.id(), "store", place.code(), "occurredAt", World.now());
        body.put("lines", List.of(line));
        body.put(
                "refunds",
                due.signum() == 0 ? List.of() : List.of(Body.of("id", chance.id(), "tender", "cash", "amount", due)));
        body.put("approval", approval());
        return Optional.of(new Planned(body, () -> {}));
    }

    /** By the store's manager. */
    Map<String, Object> approval() {
        return Body.of("username", place.manager(), "pin", People.PIN);
    }
}
