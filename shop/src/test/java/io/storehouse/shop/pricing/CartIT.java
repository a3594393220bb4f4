package io.storehouse.shop.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShopTest
class CartIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private PricingFixture shop;

    @BeforeEach
    void openStore() {
        shop = new PricingFixture(port);
    }

    @Test
    void pricesACartWithItsTrail() {
        String mug = shop.goods("MUG", "10");
        String flash = shop.promotion(
                "FLASH",
                Map.of("kind", "flash_price", "currency", "GBP", "skus", List.of(mug), "terms", Map.of("price", "9")));
        String saving = shop.promotion(
                "SAVE",
                Map.of(
                        "kind",
                        "spend_and_save",
                        "currency",
                        "GBP",
                        "terms",
                        Map.of("steps", List.of(Map.of("threshold", "25", "amount", "4")))));

        ShopHttp.Answer answer = shop.price(mug, "3", List.of("NO-SUCH-COUPON"));

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.body().path("payable").asString()).isEqualTo("23.00");
        assertThat(answer.body().path("discount").asString()).isEqualTo("7.0000");
        assertThat(answer.body().path("lines").path(0).path("trail").toString())
                .isEqualTo("[{\"kind\":\"flash_price\",\"rule\":\"" + flash
                        + "\",\"coupon\":null,\"amount\":\"3.0000\"},{\"kind\":\"spend_and_save\",\"rule\":\"" + saving
                        + "\",\"coupon\":null,\"amount\":\"4.0000\"}]");
        assertThat(answer.body().path("warnings").path(0).path("reason").asString())
                .isEqualTo("unknown");
    }

    @Test
    void appliesARuleInItsStoresAndItsTimeOnly() {
        String mug = shop.goods("MUG", "10");
        shop.promotion("HALF", Map.of("kind", "percentage", "terms", Map.of("percent", "50")));
        PricingFixture other = new PricingFixture(port);

        assertThat(payable(shop.price(mug, "1", List.of()))).isEqualTo("5.00");
        assertThat(payable(other.price(mug, "1", List.of()))).isEqualTo("10.00");
        for (Map.Entry<String, String> at : Map.of(
                        "2025-12-31T23:59:59.999999Z", "10.00",
                        "2026-01-01T00:00:00Z", "5.00",
                        "2026-12-31T23:59:59.999999Z", "5.00",
                        "2027-01-01T00:00:00Z", "10.00")
                .entrySet()) {
            ShopHttp.Answer answer = shop.till.post(
                    "/api/v1/carts/price",
                    Map.of(
                            "store",
                            shop.store,
                            "at",
                            at.getKey(),
                            "lines",
                            List.of(Map.of("sku", mug, "quantity", "1"))));
            assertThat(payable(answer)).as(at.getKey()).isEqualTo(at.getValue());
        }
    }

    @Test
    void asksForTheTierOfTheCustomer() {
        String mug = shop.goods("MUG", "10");
        shop.promotion(
                "GOLD", Map.of("kind", "percentage", "tiers", List.of("gold"), "terms", Map.of("percent", "10")));

        String gold = "gold-" + shop.tag;
        jdbc.sql("""
                insert into points_account (customer, member_since, tier, tier_until)
                values (:customer, '2020-01-01', 'gold', '2099-12-31')
                """).param("customer", gold).update();

        assertThat(payable(priceFor(gold, mug))).isEqualTo("9.00");
        assertThat(payable(priceFor("iron-" + shop.tag, mug))).isEqualTo("10.00");
    }

    @Test
    void takesTheStoresPriceBeforeTheChainsAndThatBeforeTheProducts() {
        String mug = shop.goods("MUG", "10");
        assertThat(payableNow(mug)).isEqualTo("10.00");

        list(null, mug, "8");
        assertThat(payableNow(mug)).isEqualTo("8.00");

        list(shop.store, mug, "7");
        assertThat(payableNow(mug)).isEqualTo("7.00");
        assertThat(payable(priceFor("anyone", mug))).as("before the lists").isEqualTo("10.00");
    }

    private String payableNow(String sku) {
        return payable(shop.shop.post(
                "/api/v1/carts/price",
                Map.of("store", shop.store, "lines", List.of(Map.of("sku", sku, "quantity", "1")))));
    }

    private void list(@Nullable String list, String sku, String price) {
        Map<String, Object> change = new HashMap<>();
        change.put("id", UUID.randomUUID());
        change.put("store", list);
        change.put("reason", "tried");
        change.put("lines", List.of(Map.of("sku", sku, "price", price)));
        assertThat(shop.shop.post("/api/v1/prices/changes", change).status()).isEqualTo(201);
    }

    /** Nothing is sold by it: the price that a manager is to approve has to be known before. */
    @Test
    void showsWhatASetPriceComesTo() {
        String mug = shop.goods("MUG", "10");
        Map<String, Object> cart =
                Map.of("store", shop.store, "lines", List.of(Map.of("sku", mug, "quantity", "1", "unitPrice", "1")));

        assertThat(payable(shop.till.post("/api/v1/carts/price", cart))).isEqualTo("1.00");
        assertThat(payable(shop.shop.post("/api/v1/carts/price", cart))).isEqualTo("1.00");
    }

    @Test
    void doesNotTakeGoodsForFreight() {
        String mug = shop.goods("MUG", "10");
        String post = shop.service("POST", "4");
        shop.promotion(
                "FREE",
                Map.of("kind", "freight", "currency", "GBP", "terms", Map.of("percent", "100", "threshold", "10")));

        ShopHttp.Answer free = shop.till.post(
                "/api/v1/carts/price",
                Map.of(
                        "store",
                        shop.store,
                        "at",
                        "2026-03-02T10:15:00Z",
                        "lines",
                        List.of(
                                Map.of("sku", mug, "quantity", "1"),
                                Map.of("sku", post, "quantity", "1", "kind", "freight"))));
        ShopHttp.Answer refused = shop.till.post(
                "/api/v1/carts/price",
                Map.of("store", shop.store, "lines", List.of(Map.of("sku", mug, "quantity", "1", "kind", "freight"))));

        assertThat(payable(free)).isEqualTo("10.00");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("invalid-cart");
    }

    @Test
    void namesWhatHasNoPrice() {
        shop.shop.put("/api/v1/products/BARE-" + shop.tag, Map.of("name", "no price", "goods", false));

        ShopHttp.Answer refused = shop.price("BARE-" + shop.tag, "1", List.of());

        assertThat(refused.code()).isEqualTo("no-price");
        assertThat(refused.body().path("skus").path(0).asString()).isEqualTo("BARE-" + shop.tag);
    }

    @Test
    void refusesNumbersOfAbsurdLength() {
        String mug = shop.goods("MUG", "999999999999999");
        shop.promotion("EARN", Map.of("kind", "points_earned", "terms", Map.of("rate", "10000")));

        assertThat(shop.price(mug, "999999999999999", List.of()).status()).isEqualTo(422);
        assertThat(shop.price(mug, "1e600000000", List.of()).status()).isBetween(400, 422);
        assertThat(shop.price(mug, "1", List.of()).status()).isEqualTo(200);
    }

    @Test
    void readsTheRulesByTheirPeriod() {
        List<Map<String, Object>> plan = jdbc.sql("explain " + LiveRules.RULES.replace("select", "select /* plan */"))
                .param("first", "2300-01-01")
                .param("last", "2300-01-01")
                .query()
                .listOfRows();
        assertThat(plan).extracting(row -> row.get("key")).containsExactly("promotion_period");
    }

    private ShopHttp.Answer priceFor(String customer, String sku) {
        return shop.till.post(
                "/api/v1/carts/price",
                Map.of(
                        "store",
                        shop.store,
                        "customer",
                        customer,
                        "at",
                        "2026-03-02T10:15:00Z",
                        "lines",
                        List.of(Map.of("sku", sku, "quantity", "1"))));
    }

    private static String payable(ShopHttp.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("payable").asString();
    }
}
