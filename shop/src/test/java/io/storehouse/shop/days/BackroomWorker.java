package io.storehouse.shop.days;

import io.storehouse.shop.ShopHttp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The people behind a store: buy, receive, send back, move, correct and count goods. */
final class BackroomWorker {
    private final World world;
    private final World.Place place;
    private final Chance chance;
    private final Sender sender;
    private final Journal journal;
    private final List<UUID> purchases = new ArrayList<>();

    BackroomWorker(World world, World.Place place, Chance chance, Sender sender, Journal journal) {
        this.world = world;
        this.place = place;
        this.chance = chance;
        this.sender = sender;
        this.journal = journal;
    }

    /** First goods of everything. */
    void stock() {
        List<Map<String, Object>> lines = world.skus.stream()
                .map(sku -> Body.of("sku", sku, "quantity", "60", "unitCost", chance.decimal(10000, 90000, 4)))
                .toList();
        receive(lines);
    }

    /** Does one thing. */
    void act() {
        int dice = chance.below(100);
        if (dice < 20) {
            receive(List.of(costed(), costed()));
        } else if (dice < 40) {
            purchase();
        } else if (dice < 50) {
            giveBack();
        } else if (dice < 65) {
            adjust();
        } else if (dice < 80) {
            transfer();
        } else if (dice < 92) {
            count();
        } else if (dice < 95) {
            closePeriod();
        } else {
            reprice();
        }
    }

    private Map<String, Object> costed() {
        return Body.of(
                "sku",
                chance.of(world.skus),
                "quantity",
                chance.quantity(20),
                "unitCost",
                chance.decimal(10000, 90000, 4));
    }

    private void receive(List<Map<String, Object>> lines) {
        Map<String, Object> body = document("R");
        body.put("assumed", false);
        body.put("lines", lines);
        sender.send(world.service, "receipt", "/api/v1/stock/receipts", body);
    }

    private Map<String, Object> document(String reference) {
        return Body.of("id", chance.id(), "reference", reference, "store", place.code(), "occurredAt", World.now());
    }

    private void purchase() {
        Map<String, Object> content = Body.of("supplier", "DAY", "overReceiptPercent", "10");
        content.put(
                "lines",
                List.of(
                        Body.of("sku", world.skus.get(0), "quantity", "12", "cost", chance.decimal(10000, 90000, 4)),
                        Body.of(
                                "sku",
                                chance.of(world.skus.subList(1, 6)),
                                "quantity",
                                chance.quantity(9),
                                "cost",
                                "3.3333")));
        Map<String, Object> draft = Body.of("id", chance.id(), "store", place.code(), "content", content);
        if (!sent("purchase", "/api/v1/purchase-orders", draft)) {
            return;
        }
        UUID order = Body.id(draft);
        if (step(order, "submit", 1) && step(order, "approve", 2)) {
            purchases.add(order);
            receive(order);
        }
    }

    private boolean step(UUID order, String step, int version) {
        return sent(
                "step",
                "/api/v1/purchase-orders/" + order + "/" + step,
                Body.of("id", chance.id(), "version", version));
    }

    private void receive(UUID order) {
        goods(order, "receipts", chance.decimal(1000, 8000, 3));
    }

    private void giveBack() {
        if (purchases.isEmpty()) {
            return;
        }
        UUID order = chance.of(purchases);
        if (chance.percent(50)) {
            receive(order);
        }
        goods(order, "returns", chance.decimal(100, 2000, 3));
    }

    private void goods(UUID order, String what, BigDecimal quantity) {
        Map<String, Object> body = Body.of("id", chance.id(), "reference", "G", "occurredAt", World.now());
        body.put("lines", List.of(Body.of("lineNo", 1 + chance.below(2), "quantity", quantity, "reason", "as it is")));
        sender.send(world.service, "purchase-" + what, "/api/v1/purchase-orders/" + order + "/" + what, body);
    }

    private void adjust() {
        Map<String, Object> body = document("A");
        body.put(
                "lines",
                List.of(
                        Body.of(
                                "sku",
                                chance.of(world.skus),
                                "quantity",
                                chance.decimal(-3000, 2000, 3),
                                "reason",
                                "found"),
                        Body.of(
                                "sku",
                                chance.of(world.skus),
                                "quantity",
                                chance.decimal(1, 2000, 3),
                                "reason",
                                "found")));
        sender.send(world.service, "adjustment", "/api/v1/stock/adjustments", body);
    }

    private void transfer() {
        List<World.Place> others =
                world.places.stream().filter(other -> !other.equals(place)).toList();
        Map<String, Object> body = Body.of(
                "id",
                chance.id(),
                "reference",
                "T",
                "source",
                place.code(),
                "destination",
                chance.of(others).code(),
                "occurredAt",
                World.now());
        BigDecimal quantity = chance.quantity(6);
        String sku = chance.of(world.skus);
        body.put("lines", List.of(Body.of("sku", sku, "quantity", quantity)));
        if (!sent("transfer", "/api/v1/stock/transfers", body)) {
            return;
        }
        String path = "/api/v1/stock/transfers/" + body.get("id");
        if (chance.percent(25)) {
            sent("cancellation", path + "/cancellation", Body.of("id", chance.id(), "occurredAt", World.now()));
            return;
        }
        BigDecimal part = quantity.divide(BigDecimal.valueOf(3), 3, java.math.RoundingMode.DOWN);
        if (part.signum() > 0 && chance.percent(60)) {
            arrive(path, sku, part, false);
            if (chance.percent(20)) {
                return;
            }
        }
        arrive(path, sku, chance.percent(70) ? quantity.subtract(part) : part.add(BigDecimal.ONE), true);
    }

    private void arrive(String path, String sku, BigDecimal quantity, boolean last) {
        Map<String, Object> body = Body.of("id", chance.id(), "occurredAt", World.now(), "last", last);
        body.put("lines", List.of(Body.of("sku", sku, "quantity", quantity)));
        sent("arrival", path + "/arrivals", body);
    }

    private void count() {
        Map<String, Object> opening = document("C");
        if (!sent("count", "/api/v1/stock/counts", opening)) {
            return;
        }
        String path = "/api/v1/stock/counts/" + opening.get("id");
        for (String sku : List.of(world.skus.get(0), chance.of(world.skus.subList(1, 6)))) {
            sent(
                    "entry",
                    path + "/entries",
                    Body.of(
                            "id",
                            chance.id(),
                            "sku",
                            sku,
                            "place",
                            "shelf",
                            "counter",
                            "somebody",
                            "quantity",
                            chance.decimal(0, 60_000, 3),
                            "countedAt",
                            World.now()));
        }
        if (chance.percent(85)) {
            sent("closing", path + "/closing", Body.of("id", chance.id(), "occurredAt", World.now()));
        } else {
            sender.ask(world.service, "DELETE", path, null);
        }
    }

    private void closePeriod() {
        sender.ask(
                world.service,
                "PUT",
                "/api/v1/stock/periods/" + ShopHttp.encode(place.code()),
                Map.of("closedUntil", World.yesterday().toString()));
        journal.count("period closed");
    }

    private void reprice() {
        Map<String, Object> body = Body.of("id", chance.id(), "store", place.code(), "reason", "the market");
        body.put("lines", List.of(Body.of("sku", chance.of(world.skus), "price", chance.decimal(300, 3000, 2))));
        sent("prices", "/api/v1/prices/changes", body);
    }

    private boolean sent(String kind, String path, Map<String, Object> body) {
        Optional<ShopHttp.Answer> answer = sender.send(world.service, kind, path, body);
        return answer.isPresent() && answer.get().status() == 201;
    }
}
