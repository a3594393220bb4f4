package io.storehouse.shop.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ShopTest
@SuppressWarnings("unchecked")
class PayByPointsIT extends OfMembers {
    private String mug;

    @BeforeEach
    void stock() {
        mug = "MUG-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        shop.put("/api/v1/products/" + mug, Map.of("name", "Mug", "price", "2", "goods", true));
        shop.receive(store, mug, "1000");
    }

    @Test
    void pointsPayInTheOrder() {
        sell("50.00", today);
        Map<String, Object> order = paying(3, 60, "5.40");

        ShopHttp.Answer placed = shop.post("/api/v1/orders", order);

        assertThat(placed.status()).as(placed.raw().body()).isEqualTo(201);
        assertThat(shop.post("/api/v1/orders", order).body()).isEqualTo(placed.body());
        // 100 earned, 60 spent, 10 earned of the 5.40 that were paid
        assertThat(points()).isEqualTo(50);
        assertThat(kinds()).containsExactly("earn", "spend", "earn");
        var trail = shop.get("/api/v1/orders/" + order.get("id"))
                .body()
                .path("lines")
                .path(0)
                .path("trail");
        assertThat(trail.path(0).path("kind").asString()).isEqualTo("points");
        assertThat(trail.path(0).path("amount").asString()).isEqualTo("0.6000");
    }

    @Test
    void aCartSaysWhatThePointsPay() {
        var cart = shop.post(
                        "/api/v1/carts/price",
                        Map.of(
                                "store",
                                store,
                                "customer",
                                member,
                                "points",
                                1_000,
                                "lines",
                                List.of(Map.of("sku", mug, "quantity", "3"))))
                .body();

        assertThat(cart.path("payable").asString()).isEqualTo("0.00");
        assertThat(cart.path("pointsUsed").asLong()).isEqualTo(600);
    }

    @Test
    void thePointsOfOneMemberPayAtOneOfManyTills() {
        sell("50.00", today);
        List<Callable<ShopHttp.Answer>> tills = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Map<String, Object> order = paying(1, 60, "1.40");
            tills.add(() -> shop.post("/api/v1/orders", order));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(tills);

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("insufficient-points"));
        // what the refused orders would have earned is not there either
        assertThat(points()).isEqualTo(42);
        assertThat(shop.get("/api/v1/stock?store=" + ShopHttp.encode(store) + "&sku=" + mug)
                        .body()
                        .path(0)
                        .path("onHand")
                        .asString())
                .isEqualTo("999.000");
    }

    @Test
    void restoresThePointsThatHadPaidForWhatComesBack() {
        sell("50.00", today);
        Map<String, Object> order = paying(3, 100, "5.00");
        assertThat(shop.post("/api/v1/orders", order).status()).isEqualTo(201);
        assertThat(points()).isEqualTo(10);

        // 33, 33 and 34 of the points; 4 (10 less what 3.34 earn), 3 and 3 of those earned are taken
        back(order, "1.66");
        assertThat(points()).isEqualTo(10 + 33 - 4);
        back(order, "1.66");
        back(order, "1.66");

        assertThat(points()).isEqualTo(100);
        assertThat(kinds()).filteredOn("restore"::equals).hasSize(3);
    }

    @Test
    void restoresHalfPointsWhenTheyMakeAWholeOne() {
        sell("50.00", today);
        Map<String, Object> order = paying(4, 2, "7.98");
        assertThat(shop.post("/api/v1/orders", order).status()).isEqualTo(201);

        for (int piece = 0; piece < 4; piece++) {
            back(order, "1.99");
        }

        assertThat(jdbc.sql("select sum(points) from points_move where origin = :order and kind = 'restore'")
                        .param("order", String.valueOf(order.get("id")))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anOrderThatPointsPaidInFullComesBackToThem() {
        sell("50.00", today);
        Map<String, Object> order = paying(1, 100, "1.00");
        assertThat(shop.post("/api/v1/orders", order).status()).isEqualTo(201);
        sell("50.00", today);
        Map<String, Object> full = paying(1, 200, "0");
        full.put("payments", List.of());
        // 100 − 100 + 2 + 100: not enough for 200, then a sale brings more
        assertThat(points()).isEqualTo(102);
        assertThat(shop.post("/api/v1/orders", full).code()).isEqualTo("insufficient-points");
        sell("49.00", today);

        ShopHttp.Answer placed = shop.post("/api/v1/orders", full);

        assertThat(placed.status()).as(placed.raw().body()).isEqualTo(201);
        assertThat(points()).isZero();
        Map<String, Object> back = returned(full, "1", "0");
        firstLine(back).put("sku", mug);
        firstLine(back).put("unitPrice", "0");
        back.put("refunds", List.of());
        ShopHttp.Answer taken = shop.post("/api/v1/returns", back);
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(201);
        assertThat(points()).isEqualTo(200);
    }

    @Test
    void aTillThatCouldNotAskLeavesADebt() {
        sell("5.00", today);
        Map<String, Object> order = paying(1, 60, "1.40");
        firstLine(order).put("discount", "0.60");
        order.put("offline", true);

        ShopHttp.Answer placed = shop.post("/api/v1/orders", order);

        assertThat(placed.status()).as(placed.raw().body()).isEqualTo(201);
        assertThat(points()).isEqualTo(10 - 60 + 2);
        assertThat(kinds()).contains("spend_offline");
    }

    @Test
    void nobodyPaysWithPointsUnnamed() {
        Map<String, Object> order = paying(1, 10, "1.90");
        order.remove("customer");

        assertThat(shop.post("/api/v1/orders", order).code()).isEqualTo("invalid-order");
    }

    @Test
    void aRedemptionDeskCannotCancelWhatAnOrderSpent() {
        sell("50.00", today);
        Map<String, Object> order = paying(1, 60, "1.40");
        assertThat(shop.post("/api/v1/orders", order).status()).isEqualTo(201);

        assertThat(shop.post("/api/v1/loyalty/redemptions/" + order.get("id") + "/cancel", Map.of())
                        .code())
                .isEqualTo("unknown-redemption");
    }

    private Map<String, Object> paying(int pieces, long points, String payable) {
        Map<String, Object> order = new LinkedHashMap<>(ShopHttp.order(
                store, List.of(new LinkedHashMap<>(ShopHttp.line(mug, Integer.toString(pieces), "2"))), payable));
        order.put("customer", member);
        order.put("occurredAt", today + "T12:00:00Z");
        order.put("pricing", Map.of("expectedPayable", payable, "points", points));
        return order;
    }

    private static Map<String, Object> firstLine(Map<String, Object> document) {
        return (Map<String, Object>) ((List<?>) Objects.requireNonNull(document.get("lines"))).get(0);
    }

    private void back(Map<String, Object> order, String price) {
        Map<String, Object> back = returned(order, "1", price);
        Map<String, Object> line = firstLine(back);
        line.put("sku", mug);
        line.put("unitPrice", price);
        ShopHttp.Answer taken = shop.post("/api/v1/returns", back);
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(201);
    }
}
