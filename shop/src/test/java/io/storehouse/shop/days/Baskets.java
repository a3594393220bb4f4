package io.storehouse.shop.days;

import io.storehouse.shop.ShopHttp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What customers bring to a till, and how they pay. */
final class Baskets {
    private final World world;
    private final World.Place place;
    private final Chance chance;

    Baskets(World world, World.Place place, Chance chance) {
        this.world = world;
        this.place = place;
        this.chance = chance;
    }

    /** An order at prices of the till's own, sometimes a SKU on two lines. */
    Map<String, Object> order() {
        List<Map<String, Object>> lines = new ArrayList<>();
        int number = 1 + chance.below(4);
        for (int i = 0; i < number; i++) {
            lines.add(line(chance.percent(15) ? World.SERVICE_SKU : chance.of(world.skus)));
        }
        if (chance.percent(15)) {
            lines.add(line(Body.text(lines.get(0), "sku")));
        }
        if (chance.percent(4)) {
            lines.add(Body.of(
                    "id",
                    chance.id(),
                    "sku",
                    World.CARD_SKU,
                    "quantity",
                    "1",
                    "unitPrice",
                    chance.decimal(500, 5000, 2),
                    "giftCard",
                    chance.code()));
        }
        Map<String, Object> order = head(lines);
        order.put("payments", payments(Money.total(lines)));
        return order;
    }

    private Map<String, Object> head(List<Map<String, Object>> lines) {
        Map<String, Object> order = Body.of("id", chance.id(), "store", place.code(), "occurredAt", World.now());
        if (chance.percent(50)) {
            order.put("customer", chance.of(world.members));
        }
        order.put("lines", lines);
        return order;
    }

    private Map<String, Object> line(String sku) {
        BigDecimal quantity = chance.quantity(4);
        BigDecimal price = chance.percent(70) ? chance.decimal(100, 3000, 2) : chance.decimal(10000, 300000, 4);
        BigDecimal gross = quantity.multiply(price).setScale(4, RoundingMode.HALF_UP);
        BigDecimal discount =
                chance.percent(30) ? gross.multiply(chance.decimal(0, 90, 2)).setScale(2, RoundingMode.DOWN) : null;
        return Body.of("id", chance.id(), "sku", sku, "quantity", quantity, "unitPrice", price, "discount", discount);
    }

    /** An order that the shop prices: promotions, price lists, tiers, coupons. */
    Optional<Map<String, Object>> priced(ShopHttp till, Sender sender) {
        List<Map<String, Object>> lines = new ArrayList<>();
        int number = 1 + chance.below(4);
        for (int i = 0; i < number; i++) {
            String sku = chance.percent(10) ? World.SERVICE_SKU : chance.of(world.skus);
            lines.add(Body.of("id", chance.id(), "sku", sku, "quantity", chance.quantity(4)));
        }
        Map<String, Object> order = head(lines);
        List<String> coupons = chance.percent(40) ? List.of(chance.of(world.coupons)) : List.of();
        ShopHttp.Answer cart = sender.ask(till, "POST", "/api/v1/carts/price", cart(order, lines, coupons));
        if (cart.status() != 200) {
            return Optional.empty();
        }
        for (int i = 0; i < number; i++) {
            JsonNode priced = cart.body().path("lines").path(i);
            lines.get(i).put("unitPrice", priced.path("unitPrice").asString());
            lines.get(i).put("discount", priced.path("discount").asString());
        }
        order.put("payments", payments(Money.total(lines)));
        order.put(
                "pricing",
                Map.of(
                        "coupons",
                        coupons,
                        "expectedPayable",
                        cart.body().path("payable").asString()));
        return Optional.of(order);
    }

    private static Map<String, Object> cart(
            Map<String, Object> order, List<Map<String, Object>> lines, List<String> coupons) {
        List<Map<String, Object>> asked = lines.stream()
                .map(line -> Body.of("sku", line.get("sku"), "quantity", line.get("quantity")))
                .toList();
        return Body.of(
                "store",
                order.get("store"),
                "customer",
                order.get("customer"),
                "at",
                order.get("occurredAt"),
                "lines",
                asked,
                "coupons",
                coupons);
    }

    /** Makes an order one that was taken while the till could not reach the shop, some time ago. */
    void takeOffline(Map<String, Object> order) {
        long before = chance.percent(50) ? chance.below(20) : 86_400L + chance.below(86_400);
        order.put("offline", true);
        order.put("occurredAt", Instant.parse(World.now()).minusSeconds(before).toString());
    }

    /** The goods of an order, for a reservation. */
    List<Map<String, Object>> goods(Map<String, Object> order) {
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        Body.list(order, "lines").stream()
                .filter(line -> world.goods(Body.text(line, "sku")))
                .forEach(line ->
                        quantities.merge(Body.text(line, "sku"), Body.decimal(line, "quantity"), BigDecimal::add));
        return quantities.entrySet().stream()
                .map(entry -> Body.of("sku", entry.getKey(), "quantity", entry.getValue()))
                .toList();
    }

    /** Cash, card, both, or gift cards and the rest in cash. */
    List<Map<String, Object>> payments(BigDecimal linesTotal) {
        BigDecimal total = Money.minor(linesTotal);
        List<Map<String, Object>> payments = new ArrayList<>();
        BigDecimal rest = total;
        if (place.currency().equals("GBP") && chance.percent(20)) {
            int cards = 1 + chance.below(2);
            for (int i = 0; i < cards; i++) {
                rest = rest.subtract(pay(payments, "gift_card", rest, chance.decimal(1, 1500, 2)));
            }
        }
        if (chance.percent(45)) {
            BigDecimal most = chance.percent(50) ? rest : chance.decimal(1, 2000, 2);
            rest = rest.subtract(pay(payments, chance.percent(80) ? "card" : "external", rest, most));
        }
        BigDecimal cash = payments.isEmpty() || rest.signum() > 0 ? Money.cash(rest, place.step()) : BigDecimal.ZERO;
        if (cash.signum() > 0) {
            Map<String, Object> payment = Body.of("id", chance.id(), "tender", "cash", "amount", cash);
            if (chance.percent(50)) {
                payment.put("tendered", cash.add(chance.decimal(0, 2000, 2)).toPlainString());
            }
            payments.add(payment);
        } else if (rest.signum() > 0) {
            pay(payments, "card", rest, rest);
        }
        return payments;
    }

    private BigDecimal pay(List<Map<String, Object>> payments, String tender, BigDecimal rest, BigDecimal most) {
        BigDecimal amount = rest.min(most);
        if (amount.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        Map<String, Object> payment = Body.of("id", chance.id(), "tender", tender, "amount", amount);
        if (tender.equals("gift_card")) {
            payment.put("giftCard", chance.of(world.cards).code());
        }
        payments.add(payment);
        return amount;
    }
}
