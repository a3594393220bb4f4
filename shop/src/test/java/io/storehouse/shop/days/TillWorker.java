package io.storehouse.shop.days;

import io.storehouse.shop.ShopHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A cashier at a register: sells, holds, reserves, counts money; closes the drawer and opens it again. */
final class TillWorker {
    private final World world;
    private final World.Place place;
    private final String code;
    private final ShopHttp till;
    private final Chance chance;
    private final Sender sender;
    private final Journal journal;
    private final Baskets baskets;
    private final Takebacks takebacks;
    private final List<UUID> held = new ArrayList<>();
    private final List<SoldOrder> mine = new ArrayList<>();
    private String shift = "";

    TillWorker(World world, World.Place place, String code, Chance chance, Sender sender, Journal journal) {
        this.world = world;
        this.place = place;
        this.code = code;
        this.till = world.register(place, code);
        this.chance = chance;
        this.sender = sender;
        this.journal = journal;
        this.baskets = new Baskets(world, place, chance);
        this.takebacks = new Takebacks(world, place, chance, journal);
    }

    void open() {
        ShopHttp.Answer opened = sender.surely(
                till,
                "open",
                "/api/v1/shifts",
                Body.of(
                        "id",
                        chance.id(),
                        "store",
                        place.code(),
                        "register",
                        code,
                        "openingFloat",
                        chance.decimal(0, 20_000, 2)));
        shift = opened.body().path("id").asString();
    }

    /** Does one thing. */
    void act() {
        int dice = chance.below(100);
        if (dice < 55) {
            sell();
        } else if (dice < 72) {
            takeBack();
        } else if (dice < 77) {
            voidOne();
        } else if (dice < 82) {
            exchange();
        } else if (dice < 88) {
            moveCash();
        } else if (dice < 92) {
            hold();
        } else if (dice < 94) {
            sender.ask(till, "GET", "/api/v1/shifts/" + shift + "/report", null);
        } else if (dice < 97) {
            redeem();
        } else if (dice < 99) {
            close();
            open();
        } else {
            recallAll();
        }
    }

    private void sell() {
        Optional<Map<String, Object>> order =
                chance.percent(40) ? baskets.priced(till, sender) : Optional.of(baskets.order());
        order.ifPresent(this::sell);
    }

    private void sell(Map<String, Object> order) {
        if (chance.percent(12)) {
            baskets.takeOffline(order);
            if (order.containsKey("pricing")) {
                journal.count("offline and priced");
            }
        }
        if (chance.percent(12)) {
            reserve(order);
        }
        place(order);
    }

    private void place(Map<String, Object> order) {
        sender.send(till, "order", "/api/v1/orders", order)
                .filter(answer -> answer.status() == 201)
                .ifPresent(answer -> {
                    SoldOrder sold = new SoldOrder(order, place.step());
                    mine.add(sold);
                    journal.sold(place.currency(), sold);
                });
    }

    private void reserve(Map<String, Object> order) {
        List<Map<String, Object>> goods = baskets.goods(order);
        if (goods.isEmpty()) {
            return;
        }
        Map<String, Object> reservation = Body.of(
                "id",
                chance.id(),
                "reference",
                "for " + code,
                "store",
                place.code(),
                "occurredAt",
                World.now(),
                "ttlSeconds",
                chance.percent(30) ? 1 : 600);
        reservation.put("lines", goods);
        Optional<ShopHttp.Answer> kept = sender.send(till, "reservation", "/api/v1/stock/reservations", reservation);
        if (kept.isPresent() && kept.get().status() == 201) {
            if (chance.percent(15)) {
                sender.ask(till, "DELETE", "/api/v1/stock/reservations/" + reservation.get("id"), null);
            } else {
                order.put("reservationId", reservation.get("id"));
            }
        }
    }

    private void takeBack() {
        Optional<Takebacks.Planned> planned = chance.percent(90) ? takebacks.byReceipt() : takebacks.withoutReceipt();
        planned.ifPresent(plan -> sender.send(till, "return", "/api/v1/returns", plan.body())
                .filter(answer -> answer.status() == 201)
                .ifPresent(answer -> plan.done()));
    }

    private void voidOne() {
        List<SoldOrder> sold = chance.percent(10) ? journal.sold(place.currency()) : mine;
        if (sold.isEmpty()) {
            return;
        }
        SoldOrder order = sold.get(Math.max(0, sold.size() - 1 - chance.below(6)));
        Map<String, Object> body = Body.of("id", chance.id(), "occurredAt", World.now(), "reason", "a slip");
        body.put("approval", takebacks.approval());
        sender.send(till, "void", "/api/v1/orders/" + order.id() + "/void", body)
                .filter(answer -> answer.status() == 201)
                .ifPresent(answer ->
                        order.back(Money.total(Body.list(order.body, "lines")), Body.list(order.body, "payments")));
    }

    private void exchange() {
        takebacks.byReceipt().ifPresent(plan -> {
            Map<String, Object> order = baskets.order();
            Map<String, Object> body = Body.of("id", chance.id());
            body.put("return", plan.body());
            body.put("order", order);
            sender.send(till, "exchange", "/api/v1/exchanges", body)
                    .filter(answer -> answer.status() == 201)
                    .ifPresent(answer -> {
                        plan.done();
                        journal.sold(place.currency(), new SoldOrder(order, place.step()));
                    });
        });
    }

    private void moveCash() {
        sender.send(
                till,
                "cash-move",
                "/api/v1/shifts/" + shift + "/cash-moves",
                Body.of(
                        "id",
                        chance.id(),
                        "kind",
                        chance.percent(50) ? "paid-in" : "paid-out",
                        "amount",
                        chance.decimal(1, 5000, 2),
                        "reason",
                        "change"));
    }

    private void hold() {
        Map<String, Object> body = Body.of(
                "id", chance.id(), "store", place.code(), "till", code, "label", "a customer", "cart", baskets.order());
        sender.send(till, "hold", "/api/v1/held-sales", body)
                .filter(answer -> answer.status() == 201)
                .ifPresent(answer -> held.add(Body.id(body)));
    }

    /** Recalls what this store's tills hold, and sells some of it. */
    private void recallAll() {
        ShopHttp.Answer listed =
                sender.ask(till, "GET", "/api/v1/held-sales?store=" + ShopHttp.encode(place.code()), null);
        listed.body().forEach(sale -> recall(sale.path("id").asString(), chance.percent(70)));
    }

    private void recall(String id, boolean sold) {
        Map<String, Object> body = Body.of("id", chance.id(), "till", code);
        ShopHttp.Answer recalled = sender.surely(till, "recall", "/api/v1/held-sales/" + id + "/recall", body);
        if (recalled.status() == 201 && sold) {
            place(tools.jackson.databind.json.JsonMapper.shared()
                    .convertValue(
                            recalled.body().path("cart"),
                            new tools.jackson.core.type.TypeReference<Map<String, Object>>() {}));
        }
    }

    /** Points as money off the first line. */
    private void redeem() {
        if (!place.currency().equals("GBP")) {
            return;
        }
        String member = chance.of(world.members);
        int points = 1 + chance.below(200);
        Map<String, Object> redemption = Body.of(
                "id",
                chance.id(),
                "customer",
                member,
                "points",
                points,
                "store",
                place.code(),
                "occurredAt",
                World.now());
        Optional<ShopHttp.Answer> redeemed = sender.send(till, "redeem", "/api/v1/loyalty/redemptions", redemption);
        if (redeemed.isEmpty() || redeemed.get().status() != 201) {
            return;
        }
        Map<String, Object> line = Body.of(
                "id",
                chance.id(),
                "sku",
                World.SERVICE_SKU,
                "quantity",
                "1",
                "unitPrice",
                "2.95",
                "discount",
                redeemed.get().body().path("value").asString());
        if (chance.percent(30)) {
            journal.count("redemptions cancelled");
            sender.ask(till, "POST", "/api/v1/loyalty/redemptions/" + redemption.get("id") + "/cancel", Map.of());
            return;
        }
        Map<String, Object> order =
                Body.of("id", chance.id(), "store", place.code(), "occurredAt", World.now(), "customer", member);
        order.put("lines", List.of(line));
        order.put("payments", baskets.payments(Money.amount(line)));
        place(order);
    }

    /** Closes the drawer; what the till holds is recalled first. */
    void close() {
        for (UUID sale : held) {
            recall(sale.toString(), false);
        }
        held.clear();
        for (int attempt = 0; attempt < 20; attempt++) {
            ShopHttp.Answer closed = sender.surely(
                    till,
                    "close",
                    "/api/v1/shifts/" + shift + "/close",
                    Body.of("id", chance.id(), "counted", chance.decimal(0, 90_000, 2), "unsynced", 0));
            if (closed.status() == 201) {
                return;
            }
            recallAll();
        }
        journal.wrong("The shift " + shift + " of " + code + " did not close");
    }
}
