package io.storehouse.shop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShopTest
class CheckoutIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String store;

    @BeforeEach
    void openStore() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        shop.goods("MUG");
        shop.goods("CUP");
        shop.put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
    }

    @Test
    void recordsAnOrderWithItsEvent() {
        shop.receive(store, "MUG", "10");
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("mug", "3", "2.55")), "7.65");

        ShopHttp.Answer answer = shop.post("/api/v1/orders", order);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("linesTotal").asString()).isEqualTo("7.6500");
        assertThat(answer.body().path("payable").asString()).isEqualTo("7.65");
        assertThat(onHand("MUG")).isEqualByComparingTo("7");
        assertThat(event(order)).contains("\"type\":\"order_placed\"", "\"on_hand\":\"7.000\"", "\"version\":2");
        assertThat(shop.get("/api/v1/orders/" + order.get("id"))
                        .body()
                        .path("lines")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("Name of MUG");
    }

    @Test
    void refusesNumbersAndBodiesOfAbsurdLength() {
        for (String number : List.of("0e-600000000", "1e-600000000", "1e600000000", "1e2147483647", "1e-2147483647")) {
            ShopHttp.Answer answer = shop.post(
                    "/api/v1/orders", ShopHttp.order(store, List.of(ShopHttp.line("POST", number, "1")), "1"));
            assertThat(answer.status()).as(number).isBetween(400, 422);
        }
        Map<String, Object> line = ShopHttp.line("POST", "1", "0e-600000000");
        assertThat(shop.post("/api/v1/orders", ShopHttp.order(store, List.of(line), "1"))
                        .code())
                .isEqualTo("unreadable");
        Map<String, Object> huge = new LinkedHashMap<>(ShopHttp.line("POST", "1", "900000000000000"));
        huge.put("discount", "900000000000000");
        Map<String, Object> other = new LinkedHashMap<>(huge);
        other.put("id", UUID.randomUUID());
        Map<String, Object> overflowing = ShopHttp.order(store, List.of(huge, other), "0");
        overflowing.put("payments", List.of());
        assertThat(shop.post("/api/v1/orders", overflowing).status()).isEqualTo(422);
        ShopHttp.Answer many = shop.post(
                "/api/v1/orders",
                ShopHttp.order(store, Collections.nCopies(10_001, ShopHttp.line("POST", "1", "1")), "1"));
        assertThat(many.status()).isEqualTo(400);
        assertThat(many.body().path("detail").asString()).contains("lines");
        ShopHttp.Answer tooLong = shop.post("/api/v1/orders", Map.of("number", "x".repeat(8 * 1024 * 1024)));
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(tooLong.code()).isEqualTo("body-too-large");
    }

    @Test
    void sellsTheLastTenPiecesToTenOfAHundred() throws Exception {
        shop.receive(store, "MUG", "10");
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", "1", "1")), "1");
            clients.add(() -> shop.post("/api/v1/orders", order));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(clients);

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(90)
                .allSatisfy(answer -> {
                    assertThat(answer.code()).isEqualTo("insufficient-stock");
                    assertThat(answer.body().path("skus").path(0).asString()).isEqualTo("MUG");
                });
        assertThat(onHand("MUG")).isEqualByComparingTo("0");
        assertLedgerAddsUp();
    }

    @Test
    void answersAReplayAsTheFirstTime() {
        shop.receive(store, "MUG", "10");
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", "1", "2.50")), "2.50");
        ShopHttp.Answer first = shop.post("/api/v1/orders", order);
        List<Map<String, Object>> same = List.of(new LinkedHashMap<>(line(order)));
        same.get(0).put("unitPrice", "2.5");
        order.put("lines", same);

        ShopHttp.Answer again = shop.post("/api/v1/orders", order);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(first.raw().headers().firstValue("Idempotent-Replay")).isEmpty();
        assertThat(onHand("MUG")).isEqualByComparingTo("9");
        order.put("customer", "somebody else");
        assertThat(shop.post("/api/v1/orders", order).code()).isEqualTo("idempotency-conflict");
    }

    /** To the database a code with blanks at its end is the code: whoever came first must not lock out the other. */
    @Test
    void takesACodeWithBlanksAroundItForTheCode() {
        String code = "C-" + UUID.randomUUID();
        for (String sent : List.of(code + " ", code, " " + code)) {
            Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("POST", "1", "1")), "1");
            order.put("customer", sent);
            assertThat(shop.post("/api/v1/orders", order).status()).as(sent).isEqualTo(201);
            assertThat(shop.get("/api/v1/orders/" + order.get("id"))
                            .body()
                            .path("customer")
                            .asString())
                    .isEqualTo(code);
        }
        String sku = "S-" + UUID.randomUUID();
        assertThat(shop.put("/api/v1/products/" + sku + "%20", Map.of("name", "Blank", "goods", true))
                        .status())
                .isEqualTo(422);
        assertThat(shop.put("/api/v1/products/" + sku, Map.of("name", "Right", "goods", true))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void recordsOnceWhatManySendAtOnce() throws Exception {
        shop.receive(store, "MUG", "10");
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", "1", "1")), "1");
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            clients.add(() -> shop.post("/api/v1/orders", order));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(clients);

        assertThat(answers).extracting(ShopHttp.Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(ShopHttp.Answer::body)
                .containsOnly(answers.get(0).body());
        assertThat(answers)
                .filteredOn(answer ->
                        answer.raw().headers().firstValue("Idempotent-Replay").isEmpty())
                .hasSize(1);
        assertThat(onHand("MUG")).isEqualByComparingTo("9");
    }

    @Test
    void survivesTwoSkusInOppositeOrders() throws Exception {
        shop.receive(store, "MUG", "1000");
        shop.receive(store, "CUP", "1000");
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String one = i % 2 == 0 ? "MUG" : "CUP";
            String other = i % 2 == 0 ? "CUP" : "MUG";
            Map<String, Object> order =
                    ShopHttp.order(store, List.of(ShopHttp.line(one, "1", "1"), ShopHttp.line(other, "1", "1")), "2");
            clients.add(() -> shop.post("/api/v1/orders", order));
        }

        assertThat(AtOnce.run(clients)).extracting(ShopHttp.Answer::status).containsOnly(201);
        assertThat(onHand("MUG")).isEqualByComparingTo("940");
        assertLedgerAddsUp();
    }

    @Test
    void sumsLinesOfTheSameSku() {
        shop.receive(store, "MUG", "3");
        List<Map<String, Object>> lines = List.of(ShopHttp.line("MUG", "2", "1"), ShopHttp.line("MUG", "2", "1"));

        assertThat(shop.post("/api/v1/orders", ShopHttp.order(store, lines, "4"))
                        .code())
                .isEqualTo("insufficient-stock");
        shop.receive(store, "MUG", "1");
        assertThat(shop.post("/api/v1/orders", ShopHttp.order(store, lines, "4"))
                        .status())
                .isEqualTo(201);
        assertThat(onHand("MUG")).isEqualByComparingTo("0");
        assertLedgerAddsUp();
    }

    @Test
    void leavesNothingOfAnOrderThatFails() {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", "1", "1")), "1");

        ShopHttp.Answer refused = shop.post("/api/v1/orders", order);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.raw().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(count("select count(*) from outbox where event_key = :id", order))
                .isZero();
        assertThat(count("select count(*) from idempotency where id = :id", order))
                .isZero();
        assertThat(count("select count(*) from sale_order where uuid = :id", order))
                .isZero();
        shop.receive(store, "MUG", "1");
        assertThat(shop.post("/api/v1/orders", order).status()).isEqualTo(201);
    }

    @Test
    void sellsServicesWithoutStock() {
        assertThat(shop.post("/api/v1/orders", ShopHttp.order(store, List.of(ShopHttp.line("POST", "1", "18")), "18"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void roundsTheTotalHalfUpToTheCurrency() {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("POST", "1.5", "0.33")), "0.50");

        ShopHttp.Answer answer = shop.post("/api/v1/orders", order);

        assertThat(answer.body().path("linesTotal").asString()).isEqualTo("0.4950");
        assertThat(answer.body().path("rounding").asString()).isEqualTo("0.0050");
        assertThat(answer.body().path("payable").asString()).isEqualTo("0.50");
    }

    @Test
    void refusesWhatBreaksARule() {
        assertProblem(ShopHttp.order(store, List.of(ShopHttp.line("POST", "1", "1")), "0.99"), "invalid-order");
        assertProblem(ShopHttp.order(store, List.of(ShopHttp.line("POST", "0", "1")), "1"), "invalid-order");
        assertProblem(ShopHttp.order(store, List.of(ShopHttp.line("POST", "1", "-1")), "1"), "invalid-order");
        assertProblem(ShopHttp.order(store, List.of(ShopHttp.line("POST", "1", "0.00001")), "1"), "invalid-number");
        assertProblem(ShopHttp.order(store, List.of(ShopHttp.line("NOPE", "1", "1")), "1"), "unknown-sku");
        assertProblem(ShopHttp.order("Atlantis", List.of(ShopHttp.line("POST", "1", "1")), "1"), "unknown-store");
        assertThat(shop.post("/api/v1/orders", Map.of("id", "x")).status()).isEqualTo(400);
    }

    private void assertProblem(Map<String, Object> order, String code) {
        ShopHttp.Answer answer = shop.post("/api/v1/orders", order);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("type").asString()).isEqualTo("urn:storehouse:problem:" + code);
    }

    /** Versions are gap-free from 1, each balance after follows from the one before, and the last is the balance. */
    private void assertLedgerAddsUp() {
        for (String sku : List.of("MUG", "CUP")) {
            BigDecimal balance = BigDecimal.ZERO;
            long version = 0;
            for (Map<String, Object> move : jdbc.sql("""
                    select version, quantity, on_hand from stock_move m join store s on s.id = m.store_id
                    where s.code = :store and sku = :sku order by version
                    """)
                    .param("store", store)
                    .param("sku", sku)
                    .query()
                    .listOfRows()) {
                version++;
                balance = balance.add((BigDecimal) move.get("quantity"));
                assertThat(String.valueOf(move.get("version"))).isEqualTo(Long.toString(version));
                assertThat((BigDecimal) move.get("on_hand")).isEqualByComparingTo(balance);
            }
            assertThat(onHand(sku)).isEqualByComparingTo(balance);
        }
    }

    private BigDecimal onHand(String sku) {
        return jdbc.sql("""
                select coalesce(sum(on_hand), 0) from stock_balance b join store s on s.id = b.store_id
                where s.code = :store and sku = :sku
                """)
                .param("store", store)
                .param("sku", sku)
                .query(BigDecimal.class)
                .single();
    }

    private long count(String sql, Map<String, Object> order) {
        return jdbc.sql(sql).param("id", order.get("id")).query(Long.class).single();
    }

    private String event(Map<String, Object> order) {
        return jdbc.sql("select payload from outbox where event_key = :id")
                .param("id", order.get("id"))
                .query(String.class)
                .single();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> line(Map<String, Object> order) {
        return Objects.requireNonNull((List<Map<String, Object>>) order.get("lines"))
                .get(0);
    }
}
