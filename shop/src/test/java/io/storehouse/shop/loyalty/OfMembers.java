package io.storehouse.shop.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A member, a store and a programme of two points a pound: silver from 100, gold from 300 with twice the points. */
abstract class OfMembers {
    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    ShopHttp shop;
    String store;
    String member;
    LocalDate today;

    @BeforeEach
    void openStore() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        shop.put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        member = "M-" + UUID.randomUUID();
        today = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        define(null);
    }

    @AfterEach
    void endTheProgramme() {
        assertProof();
        jdbc.sql("delete from loyalty_programme").update();
    }

    void assertProof() {
        JsonNode proof = shop.get("/api/v1/loyalty/proof").body();
        assertThat(proof.path("exact").asBoolean()).as("%s", proof).isTrue();
        assertThat(proof.path("balance").asLong())
                .isEqualTo(proof.path("ledger").asLong());
    }

    void define(@Nullable Integer expiryMonths) {
        assertThat(shop.put("/api/v1/loyalty/programme", programme(expiryMonths))
                        .status())
                .isEqualTo(200);
    }

    static Map<String, Object> programme(@Nullable Integer expiryMonths) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("currency", "GBP");
        body.put("pointsPerUnit", "2");
        body.put("pointValue", "0.01");
        body.put("expiryMonths", expiryMonths);
        body.put("tierMonths", 12);
        body.put("validFrom", "2020-01-01");
        body.put("tiers", List.of(tier("gold", "300"), tier("silver", "100")));
        return body;
    }

    static Map<String, Object> tier(String code, String threshold) {
        return Map.of("code", code, "threshold", threshold, "multiplier", code.equals("gold") ? "2" : "1");
    }

    Map<String, Object> order(String price, LocalDate date) {
        return order(price, date, 1);
    }

    Map<String, Object> order(String price, LocalDate date, int pieces) {
        String payable =
                new BigDecimal(price).multiply(BigDecimal.valueOf(pieces)).toPlainString();
        Map<String, Object> order =
                ShopHttp.order(store, List.of(ShopHttp.line("POST", Integer.toString(pieces), price)), payable);
        order.put("customer", member);
        order.put("occurredAt", date + "T12:00:00Z");
        return order;
    }

    void sell(String price, LocalDate date) {
        assertThat(shop.post("/api/v1/orders", order(price, date)).status()).isEqualTo(201);
    }

    void takeBack(Map<String, Object> order, String quantity, @Nullable String refund) {
        ShopHttp.Answer answer = shop.post("/api/v1/returns", returned(order, quantity, refund));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> returned(Map<String, Object> order, String quantity, @Nullable String refund) {
        Map<String, Object> sold = Objects.requireNonNull((List<Map<String, Object>>) order.get("lines"))
                .get(0);
        String amount = refund != null
                ? refund
                : new BigDecimal(quantity)
                        .multiply(new BigDecimal(String.valueOf(sold.get("unitPrice"))))
                        .toPlainString();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", UUID.randomUUID());
        line.put("orderLineNo", 1);
        line.put("sku", "POST");
        line.put("quantity", quantity);
        line.put("unitPrice", sold.get("unitPrice"));
        line.put("reason", "did not fit");
        line.put("disposition", "sellable");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("store", store);
        body.put("orderId", order.get("id"));
        body.put("occurredAt", today + "T15:00:00Z");
        body.put("lines", List.of(line));
        body.put("refunds", List.of(Map.of("id", UUID.randomUUID(), "tender", "card", "amount", amount)));
        return body;
    }

    ShopHttp.Answer redeem(long points) {
        return shop.post("/api/v1/loyalty/redemptions", redemption(points));
    }

    Map<String, Object> redemption(long points) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("store", store);
        body.put("customer", member);
        body.put("points", points);
        body.put("occurredAt", today + "T13:00:00Z");
        return body;
    }

    ShopHttp.Answer merge(String one, String other) {
        return shop.post("/api/v1/customers/" + one + "/merge-into/" + other, Map.of());
    }

    ShopHttp.Answer round() {
        return shop.post("/api/v1/loyalty/rounds", Map.of());
    }

    JsonNode memberView() {
        return shop.get("/api/v1/loyalty/members/" + member).body();
    }

    long points() {
        return memberView().path("points").asLong();
    }

    String tier() {
        return memberView().path("tier").asString("");
    }

    JsonNode ledger() {
        return shop.get("/api/v1/loyalty/members/" + member + "/points").body();
    }

    List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        ledger().forEach(entry -> kinds.add(entry.path("kind").asString()));
        return kinds;
    }

    String event() {
        return last("points_moved");
    }

    String changed() {
        return last("customer_changed");
    }

    String last(String type) {
        return jdbc.sql("select payload from outbox where type = :type and event_key = :key order by id desc limit 1")
                .param("type", type)
                .param("key", member)
                .query(String.class)
                .single();
    }
}
