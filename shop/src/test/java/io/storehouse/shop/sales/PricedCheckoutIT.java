package io.storehouse.shop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.pricing.PricingFixture;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShopTest
class PricedCheckoutIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private PricingFixture shop;
    private String mug;
    private String cup;

    @BeforeEach
    void openStore() {
        shop = new PricingFixture(port);
        mug = shop.goods("MUG", "10");
        cup = shop.goods("CUP", "3.33");
        shop.promotion("TENTH", Map.of("kind", "percentage", "skus", List.of(cup), "terms", Map.of("percent", "10")));
        shop.promotion(
                "SAVE",
                Map.of(
                        "kind",
                        "spend_and_save",
                        "currency",
                        "GBP",
                        "terms",
                        Map.of("steps", List.of(Map.of("threshold", "20", "amount", "5")))));
    }

    @Test
    void freezesThePricesAndTheTrail() {
        Map<String, Object> order = order("20.99");

        ShopHttp.Answer placed = shop.till.post("/api/v1/orders", order);

        assertThat(placed.status()).as(placed.raw().body()).isEqualTo(201);
        assertThat(placed.body().path("payable").asString()).isEqualTo("20.99");
        var lines = shop.till.get("/api/v1/orders/" + order.get("id")).body().path("lines");
        assertThat(lines).hasSize(2).allSatisfy(line -> {
            BigDecimal sum = BigDecimal.ZERO;
            for (var step : line.path("trail")) {
                sum = sum.add(new BigDecimal(step.path("amount").asString()));
            }
            assertThat(sum).isEqualByComparingTo(line.path("discount").asString());
        });
        assertThat(jdbc.sql("""
                        select sum(t.amount) - max(o.discount)
                        from sale_order o join sale_line_trail t on t.order_id = o.id where o.uuid = :id
                        """)
                        .param("id", order.get("id"))
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0");
        assertThat(event(order)).contains("\"trail\":[{\"kind\":\"percentage\",\"rule\":\"TENTH-" + shop.tag);
        assertThat(shop.till.post("/api/v1/orders", order).body()).isEqualTo(placed.body());
        order.put("pricing", PricingFixture.pricing("21", List.of()));
        assertThat(shop.till.post("/api/v1/orders", order).code()).isEqualTo("idempotency-conflict");
    }

    @Test
    void refusesAPriceThatTheTillDidNotShow() {
        Map<String, Object> order = order("21");

        ShopHttp.Answer refused = shop.till.post("/api/v1/orders", order);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("price-changed");
        assertThat(refused.body().path("cart").path("payable").asString()).isEqualTo("20.99");
        assertThat(refused.body().path("cart").path("lines")).hasSize(2);
        assertThat(jdbc.sql("select count(*) from sale_order where uuid = :id")
                        .param("id", order.get("id"))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesAUnitPriceThatIsNotTheListsUnlessSomeoneSetIt() {
        Map<String, Object> line = ShopHttp.line(mug, "1", "8");
        Map<String, Object> order = ShopHttp.order(shop.store, List.of(line), "8");
        order.put("pricing", PricingFixture.pricing("8", List.of()));

        assertThat(shop.shop.post("/api/v1/orders", order).code()).isEqualTo("price-changed");

        Map<String, Object> pricing = PricingFixture.pricing("8", List.of());
        pricing.put("overrides", List.of(line.get("id")));
        order.put("pricing", pricing);
        assertThat(shop.till.post("/api/v1/orders", order).code()).isEqualTo("price-override-forbidden");
        assertThat(shop.shop.post("/api/v1/orders", order).status()).isEqualTo(201);
        pricing.put("overrides", List.of(UUID.randomUUID()));
        order.put("id", UUID.randomUUID());
        assertThat(shop.shop.post("/api/v1/orders", order).code()).isEqualTo("invalid-order");
    }

    @Test
    void takesAnOfflineOrderAtTheTillsPrices() {
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(mug, "2", "9"));
        line.put("discount", "1");
        Map<String, Object> order = ShopHttp.order(shop.store, List.of(line), "17");
        Map<String, Object> pricing = PricingFixture.pricing("17", List.of());
        order.put("offline", true);
        order.put("pricing", pricing);

        ShopHttp.Answer placed = shop.till.post("/api/v1/orders", order);

        assertThat(placed.status()).as(placed.raw().body()).isEqualTo(201);
        assertThat(event(order)).contains("\"trail\":[{\"kind\":\"till\",\"rule\":\"till\",\"amount\":\"1.0000\"}]");
    }

    @Test
    void takesAnOfflineOrderOfWhatIsNoLongerPriced() {
        String bare = "BARE-" + shop.tag;
        shop.shop.put("/api/v1/products/" + bare, Map.of("name", "bare", "goods", false));
        Map<String, Object> order = ShopHttp.order(shop.store, List.of(ShopHttp.line(bare, "1", "4")), "4");
        Map<String, Object> pricing = PricingFixture.pricing("4", List.of());
        order.put("pricing", pricing);

        assertThat(shop.till.post("/api/v1/orders", order).code()).isEqualTo("no-price");
        order.put("offline", true);
        assertThat(shop.till.post("/api/v1/orders", order).status()).isEqualTo(201);
    }

    @Test
    void leavesAnOrderThatDoesNotAskAlone() {
        Map<String, Object> order = ShopHttp.order(shop.store, List.of(ShopHttp.line(mug, "3", "9.5")), "28.5");

        assertThat(shop.till.post("/api/v1/orders", order).status()).isEqualTo(201);

        assertThat(event(order)).contains("\"discount\":\"0.0000\"", "\"trail\":null");
    }

    /** Two mugs and two cups: 26.66, less 0.67 for the cups, less 5. */
    private Map<String, Object> order(String payable) {
        Map<String, Object> order = ShopHttp.order(
                shop.store, List.of(ShopHttp.line(cup, "2", "3.33"), ShopHttp.line(mug, "2", "10")), payable);
        order.put("pricing", PricingFixture.pricing(payable, List.of()));
        return order;
    }

    private String event(Map<String, Object> order) {
        return jdbc.sql("select payload from outbox where event_key = :id")
                .param("id", String.valueOf(order.get("id")))
                .query(String.class)
                .single();
    }
}
