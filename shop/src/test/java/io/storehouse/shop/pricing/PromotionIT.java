package io.storehouse.shop.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShopTest
class PromotionIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private PricingFixture shop;
    private String mug;

    @BeforeEach
    void openStore() {
        shop = new PricingFixture(port);
        mug = shop.service("MUG", "10");
    }

    @Test
    void leavesAnEventForEachChangeOnly() {
        Map<String, Object> rule = shop.rule(Map.of("kind", "percentage", "terms", Map.of("percent", "5")));
        String path = "/api/v1/promotions/P-" + shop.tag;

        ShopHttp.Answer first = shop.shop.put(path, rule);
        ShopHttp.Answer again = shop.shop.put(path, rule);
        rule.put("priority", 7);
        rule.put("skus", List.of(mug.toLowerCase(java.util.Locale.ROOT)));
        shop.shop.put(path, rule);

        assertThat(first.status()).as(first.raw().body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(events("P-" + shop.tag)).hasSize(2).last().asString().contains("\"priority\":7", mug);
        assertThat(shop.shop.get(path).body().path("skus").path(0).asString()).isEqualTo(mug);
        assertThat(shop.shop
                        .get("/api/v1/promotions?limit=1&after=P-" + shop.tag.substring(0, 7))
                        .body()
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("P-" + shop.tag);
        assertThat(shop.shop.get("/api/v1/promotions/NONE-" + shop.tag).code()).isEqualTo("promotion-not-found");
    }

    @Test
    void refusesRulesThatContradictThemselves() {
        Map<String, Object> half = Map.of("percent", "50");
        List<Map<String, Object>> wrong = List.of(
                Map.of("kind", "percentage", "terms", Map.of("percent", "100.01")),
                Map.of("kind", "percentage", "terms", Map.of("percent", "0")),
                Map.of("kind", "percentage", "terms", Map.of("percent", "5", "price", "1")),
                Map.of("kind", "percentage", "terms", half, "currency", "GBP"),
                Map.of("kind", "percentage", "terms", half, "startsAt", "2027-01-01T00:00:00Z"),
                Map.of("kind", "percentage", "terms", half, "stores", List.of()),
                Map.of("kind", "percentage", "terms", half, "currency", "XYZ1"),
                Map.of("kind", "points", "terms", half),
                Map.of("kind", "coupon", "terms", half),
                Map.of("kind", "flash_price", "currency", "GBP", "terms", Map.of("price", "1")),
                Map.of("kind", "flash_price", "skus", List.of(mug), "terms", Map.of("price", "1")),
                Map.of(
                        "kind",
                        "flash_price",
                        "currency",
                        "GBP",
                        "skus",
                        List.of(mug),
                        "terms",
                        Map.of("price", "0.001")),
                Map.of("kind", "flash_price", "currency", "EUR", "skus", List.of(mug), "terms", Map.of("price", "1")),
                Map.of("kind", "spend_and_save", "currency", "GBP", "terms", steps("10", "11")),
                Map.of("kind", "spend_and_save", "currency", "GBP", "terms", steps("10", "1", "9", "2")),
                Map.of("kind", "spend_and_save", "currency", "GBP", "terms", steps("10", "2", "20", "2")),
                Map.of("kind", "freight", "currency", "GBP", "terms", half),
                Map.of("kind", "points_earned", "terms", Map.of("rate", "-1")));
        for (Map<String, Object> members : wrong) {
            ShopHttp.Answer answer = shop.shop.put("/api/v1/promotions/W-" + shop.tag, shop.rule(members));
            assertThat(answer.status()).as(members + " " + answer.raw().body()).isEqualTo(422);
            assertThat(answer.code()).as(members.toString()).isEqualTo("invalid-promotion");
        }
        assertThat(shop.shop
                        .put(
                                "/api/v1/promotions/W-" + shop.tag,
                                shop.rule(
                                        Map.of("kind", "percentage", "terms", half, "skus", List.of("NO-" + shop.tag))))
                        .code())
                .isEqualTo("unknown-sku");
        assertThat(events("W-" + shop.tag)).isEmpty();
    }

    @Test
    void refusesCampaignsThatContradictThemselves() {
        Map<String, Object> terms = Map.of("percent", "50");
        List<Map<String, Object>> wrong = List.of(
                Map.of("terms", terms, "totalLimit", 5),
                Map.of("terms", terms, "sharedCode", "S-" + shop.tag, "restorable", true),
                Map.of("terms", terms, "sharedCode", " "),
                Map.of("terms", terms, "customerLimit", 0),
                Map.of("terms", Map.of("percent", "5", "amount", "1"), "currency", "GBP"),
                Map.of("terms", Map.of("amount", "1")));
        for (Map<String, Object> members : wrong) {
            ShopHttp.Answer answer = shop.shop.put("/api/v1/coupon-campaigns/W-" + shop.tag, shop.rule(members));
            assertThat(answer.code()).as(members + " " + answer.raw().body()).isEqualTo("invalid-promotion");
        }
        shop.campaign("A", Map.of("terms", terms, "sharedCode", "s-" + shop.tag));
        Map<String, Object> thief = shop.rule(Map.of("terms", terms, "sharedCode", "S-" + shop.tag));
        assertThat(shop.shop
                        .put("/api/v1/coupon-campaigns/B-" + shop.tag, thief)
                        .code())
                .isEqualTo("coupon-taken");
        assertThat(shop.shop
                        .put("/api/v1/coupon-campaigns/A-" + shop.tag, shop.rule(Map.of("terms", terms)))
                        .code())
                .isEqualTo("promotion-fixed");
        assertThat(shop.shop
                        .put(
                                "/api/v1/promotions/A-" + shop.tag,
                                shop.rule(Map.of("kind", "percentage", "terms", terms)))
                        .code())
                .isEqualTo("promotion-fixed");
    }

    @Test
    void definesOneOfTwoFlashPricesThatContradictEachOtherAtOnce() throws Exception {
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String path = "/api/v1/promotions/F" + i + "-" + shop.tag;
            Map<String, Object> rule = flash(i);
            clients.add(() -> shop.shop.put(path, rule));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(clients);

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(7)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("promotion-conflict"));
        Map<String, Object> urgent = flash(9);
        urgent.put("priority", 1);
        assertThat(shop.shop.put("/api/v1/promotions/F9-" + shop.tag, urgent).status())
                .isEqualTo(200);
    }

    private Map<String, Object> flash(int price) {
        return new LinkedHashMap<>(shop.rule(Map.of(
                "kind",
                "flash_price",
                "currency",
                "GBP",
                "skus",
                List.of(mug),
                "terms",
                Map.of("price", String.valueOf(price)))));
    }

    private static Map<String, Object> steps(String... numbers) {
        List<Map<String, String>> steps = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            steps.add(Map.of("threshold", numbers[i], "amount", numbers[i + 1]));
        }
        return Map.of("steps", steps);
    }

    private List<String> events(String code) {
        return jdbc.sql("select payload from outbox where event_key = :code and type = 'promotion_changed' order by id")
                .param("code", code)
                .query(String.class)
                .list();
    }
}
