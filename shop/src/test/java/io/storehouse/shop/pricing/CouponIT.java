package io.storehouse.shop.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShopTest
class CouponIT {
    private static final Map<String, Object> FIVE_OFF =
            Map.of("currency", "GBP", "restorable", true, "terms", Map.of("amount", "5"));

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private PricingFixture shop;
    private String mug;

    @BeforeEach
    void openStore() {
        shop = new PricingFixture(port);
        mug = shop.goods("MUG", "20");
    }

    @Test
    void makesTenThousandCodesOnce() {
        String campaign = shop.campaign("BIG", FIVE_OFF);
        Map<String, Object> request = Map.of("id", UUID.randomUUID(), "count", 10_000, "prefix", "big-");
        String path = "/api/v1/coupon-campaigns/" + campaign + "/codes";

        ShopHttp.Answer first = shop.shop.post(path, request);
        ShopHttp.Answer again = shop.shop.post(path, request);

        assertThat(first.status()).as(first.raw().body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(shop.shop
                        .post(path, Map.of("id", request.get("id"), "count", 1))
                        .code())
                .isEqualTo("idempotency-conflict");
        Set<String> codes = new HashSet<>();
        String after = "";
        for (int page = 0; page < 11; page++) {
            for (var coupon : shop.shop.get(path + "?limit=1000&after=" + after).body()) {
                after = coupon.path("code").asString();
                assertThat(codes.add(after)).isTrue();
            }
        }
        assertThat(codes).hasSize(10_000).allSatisfy(code -> assertThat(code).matches("BIG-[A-Z2-9]{12}"));
        assertThat(shop.shop
                        .get("/api/v1/coupon-campaigns/" + campaign)
                        .body()
                        .path("codes")
                        .asLong())
                .isEqualTo(10_000);
        assertThat(shop.shop
                        .post(path, Map.of("id", UUID.randomUUID(), "count", 10_001))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void letsOneOfManyTillsUseACouponAtOnce() throws Exception {
        String coupon = shop.coupon(shop.campaign("ONE", FIVE_OFF));
        List<Map<String, Object>> orders = new ArrayList<>();
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Map<String, Object> order = shop.order(mug, "20", "15", List.of(coupon));
            orders.add(order);
            clients.add(() -> shop.till.post("/api/v1/orders", order));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(clients);

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(15)
                .allSatisfy(answer -> {
                    assertThat(answer.code()).isEqualTo("coupon-refused");
                    assertThat(answer.body()
                                    .path("coupons")
                                    .path(0)
                                    .path("reason")
                                    .asString())
                            .isEqualTo("used-up");
                });
        List<String> ids =
                orders.stream().map(order -> String.valueOf(order.get("id"))).toList();
        assertThat(count("select count(*) from sale_order where uuid in (:ids)", ids))
                .isEqualTo(1);
        assertThat(count("select count(*) from outbox where event_key in (:ids)", ids))
                .isEqualTo(1);
        assertThat(count("select count(*) from idempotency where id in (:ids)", ids))
                .isEqualTo(1);
        assertThat(count("select count(*) from coupon_use where order_id in (:ids)", ids))
                .isEqualTo(1);
        assertThat(used(coupon)).isEqualTo(1);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).status() == 201) {
                ShopHttp.Answer replay = shop.till.post("/api/v1/orders", orders.get(i));
                assertThat(replay.body()).isEqualTo(answers.get(i).body());
            }
        }
        assertThat(used(coupon)).isEqualTo(1);
    }

    @Test
    void keepsTheTotalLimitOfASharedCodeUnderConcurrency() throws Exception {
        String code = "SHARED-" + shop.tag;
        shop.campaign(
                "SHARED",
                Map.of("currency", "GBP", "sharedCode", code, "totalLimit", 5, "terms", Map.of("amount", "5")));
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Map<String, Object> order = shop.order(mug, "20", "15", List.of(code));
            clients.add(() -> shop.till.post("/api/v1/orders", order));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(clients);

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(11);
        assertThat(used(code)).isEqualTo(5);
    }

    @Test
    void keepsTheLimitOfACustomerUnderConcurrency() throws Exception {
        String code = "EACH-" + shop.tag;
        shop.campaign(
                "EACH",
                Map.of("currency", "GBP", "sharedCode", code, "customerLimit", 2, "terms", Map.of("amount", "5")));
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Map<String, Object> order = shop.order(mug, "20", "15", List.of(code));
            order.put("customer", (i % 2 == 0 ? "A-" : "B-") + shop.tag);
            clients.add(() -> shop.till.post("/api/v1/orders", order));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(clients);

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(4);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(8)
                .allSatisfy(answer -> assertThat(answer.raw().body()).contains("customer-limit"));
        assertThat(used(code)).isEqualTo(4);
        assertThat(shop.till
                        .post("/api/v1/orders", shop.order(mug, "20", "15", List.of(code)))
                        .raw()
                        .body())
                .contains("customer-required");
    }

    @Test
    void givesACouponBackOnceWhenEverythingComesBack() throws Exception {
        String coupon = shop.coupon(shop.campaign("BACK", FIVE_OFF));
        Map<String, Object> order = ShopHttp.order(shop.store, List.of(ShopHttp.line(mug, "2", "20")), "35");
        order.put("pricing", PricingFixture.pricing("35", List.of(coupon)));
        assertThat(shop.till.post("/api/v1/orders", order).status()).isEqualTo(201);

        assertThat(takeBack(order, "17.5").status()).isEqualTo(201);
        assertThat(used(coupon)).isEqualTo(1);
        Map<String, Object> second = takeBackBody(order, "17.5");
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Map<String, Object> body = i % 2 == 0 ? second : takeBackBody(order, "17.5");
            clients.add(() -> shop.till.post("/api/v1/returns", body));
        }
        AtOnce.run(clients);

        assertThat(used(coupon)).isZero();
        Map<String, Object> next = shop.order(mug, "20", "15", List.of(coupon));
        assertThat(shop.till.post("/api/v1/orders", next).status()).isEqualTo(201);
        shop.till.post("/api/v1/returns", second);
        assertThat(used(coupon)).isEqualTo(1);
        assertThat(shop.shop.get("/api/v1/coupons/" + coupon + "/uses").body().toString())
                .contains("\"restored\"", "\"used\"");
    }

    @Test
    void keepsACouponWhoseCampaignGivesNoneBack() {
        String coupon = shop.coupon(shop.campaign("KEEP", Map.of("currency", "GBP", "terms", Map.of("amount", "5"))));
        Map<String, Object> order = shop.order(mug, "20", "15", List.of(coupon));
        assertThat(shop.till.post("/api/v1/orders", order).status()).isEqualTo(201);

        assertThat(takeBack(order, "15").status()).isEqualTo(201);

        assertThat(used(coupon)).isEqualTo(1);
    }

    @Test
    void countsNoUseOfWhatTheCustomerOfALateOrderMayNotUse() {
        String code = "LIMIT-" + shop.tag;
        Map<String, Object> terms = Map.of("amount", "5");
        shop.campaign(
                "LIMIT",
                Map.of("currency", "GBP", "sharedCode", code, "totalLimit", 2, "customerLimit", 1, "terms", terms));
        Map<String, Object> first = shop.order(mug, "20", "15", List.of(code));
        first.put("customer", "A-" + shop.tag);
        assertThat(shop.till.post("/api/v1/orders", first).status()).isEqualTo(201);
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(mug, "1", "20"));
        line.put("discount", "5");
        Map<String, Object> late = ShopHttp.order(shop.store, List.of(line), "15");
        late.put("customer", "A-" + shop.tag);
        late.put("offline", true);
        late.put("pricing", PricingFixture.pricing("15", List.of(code)));

        assertThat(shop.till.post("/api/v1/orders", late).status()).isEqualTo(201);

        assertThat(used(code)).isEqualTo(1);
        Map<String, Object> another = shop.order(mug, "20", "15", List.of(code));
        another.put("customer", "B-" + shop.tag);
        assertThat(shop.till.post("/api/v1/orders", another).status()).isEqualTo(201);
    }

    @Test
    void takesAnOfflineOrderWithAUsedCouponAndSaysSo() {
        String coupon = shop.coupon(shop.campaign("LATE", FIVE_OFF));
        assertThat(shop.till
                        .post("/api/v1/orders", shop.order(mug, "20", "15", List.of(coupon)))
                        .status())
                .isEqualTo(201);
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(mug, "1", "20"));
        line.put("discount", "5");
        Map<String, Object> late = ShopHttp.order(shop.store, List.of(line), "15");
        Map<String, Object> pricing = PricingFixture.pricing("15", List.of(coupon, "NEVER-" + shop.tag));
        late.put("offline", true);
        late.put("pricing", pricing);

        ShopHttp.Answer answer = shop.till.post("/api/v1/orders", late);

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        assertThat(used(coupon)).isEqualTo(1);
        assertThat(shop.shop.get("/api/v1/coupons/" + coupon + "/uses").body().toString())
                .contains("\"conflict\"");
        assertThat(shop.shop
                        .get("/api/v1/orders/" + late.get("id"))
                        .body()
                        .path("lines")
                        .path(0)
                        .path("trail")
                        .toString())
                .isEqualTo("[{\"kind\":\"till\",\"rule\":\"till\",\"coupon\":null,\"amount\":\"5.0000\"}]");
    }

    @Test
    void findsCodesAndUsesByTheirKeys() {
        shop.shop.post(
                "/api/v1/coupon-campaigns/" + shop.campaign("PLAN", FIVE_OFF) + "/codes",
                Map.of("id", UUID.randomUUID(), "count", 10_000));

        assertThat(keyOf(CouponViews.OF_CAMPAIGN)).isEqualTo("coupon_campaign_code");
        assertThat(keyOf(CouponViews.OF_BATCH)).isIn("coupon_batch", "coupon_campaign_code");
        assertThat(keyOf(CouponViews.USES)).isEqualTo("coupon_use_code");
    }

    private String keyOf(String sql) {
        return String.valueOf(jdbc.sql("explain " + sql)
                .param("campaign", 1_000_000)
                .param("batch", UUID.randomUUID().toString())
                .param("code", "NONE")
                .param("after", sql.equals(CouponViews.USES) ? new UUID(0, 0).toString() : "")
                .param("limit", 10)
                .query()
                .listOfRows()
                .get(0)
                .get("key"));
    }

    private ShopHttp.Answer takeBack(Map<String, Object> order, String amount) {
        return shop.till.post("/api/v1/returns", takeBackBody(order, amount));
    }

    private Map<String, Object> takeBackBody(Map<String, Object> order, String amount) {
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(mug, "1", amount));
        line.put("orderLineNo", 1);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("store", shop.store);
        body.put("orderId", order.get("id"));
        body.put("occurredAt", "2026-03-03T10:00:00Z");
        body.put("lines", List.of(line));
        body.put("refunds", List.of(Map.of("id", UUID.randomUUID(), "tender", "card", "amount", amount)));
        return body;
    }

    private long used(String coupon) {
        return jdbc.sql("select used from coupon where code = :code")
                .param("code", coupon)
                .query(Long.class)
                .single();
    }

    private long count(String sql, List<String> ids) {
        return jdbc.sql(sql).param("ids", ids).query(Long.class).single();
    }
}
