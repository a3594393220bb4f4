package io.storehouse.shop.held;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class HeldIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CartForgetting forgetting;

    private Tills tills;
    private ShopHttp shop;
    private ShopHttp one;
    private ShopHttp other;

    @BeforeEach
    void openStore() {
        tills = new Tills(port);
        shop = tills.shop();
        one = tills.register("R1");
        other = tills.register("R2");
    }

    @Test
    void givesACartToAnotherTillAsItWasHeld() {
        tills.open("R1", "0");
        Map<String, Object> hold = cart("the lady with the dog");
        ShopHttp.Answer held = one.post("/api/v1/held-sales", hold);

        JsonNode listed = other.get("/api/v1/held-sales?store=" + ShopHttp.encode(tills.store()))
                .body();
        Map<String, Object> recall = Map.of("id", UUID.randomUUID());
        ShopHttp.Answer recalled = other.post("/api/v1/held-sales/" + hold.get("id") + "/recall", recall);

        assertThat(held.status()).as(held.raw().body()).isEqualTo(201);
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.path(0).path("till").asString()).isEqualTo("R1");
        assertThat(listed.path(0).path("expired").asBoolean()).isFalse();
        assertThat(recalled.body().path("cart").path(0).path("quantity").asString())
                .isEqualTo("1.50");
        assertThat(recalled.body().path("cart").path(0).path("note").asString()).isEqualTo("礼物");
        assertThat(other.post("/api/v1/held-sales/" + hold.get("id") + "/recall", recall)
                        .body())
                .isEqualTo(recalled.body());
        assertThat(one.post("/api/v1/held-sales", hold).body()).isEqualTo(held.body());
        hold.put("label", "somebody else");
        assertThat(one.post("/api/v1/held-sales", hold).code()).isEqualTo("idempotency-conflict");
        assertThat(other.get("/api/v1/held-sales?store=" + ShopHttp.encode(tills.store()))
                        .body()
                        .size())
                .isZero();
    }

    @Test
    void givesACartToOneOfManyTillsThatRecallIt() throws Exception {
        tills.open("R1", "0");
        Map<String, Object> hold = cart("one");
        one.post("/api/v1/held-sales", hold);
        List<Callable<ShopHttp.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ShopHttp till = i % 2 == 0 ? one : other;
            Map<String, Object> recall = Map.of("id", UUID.randomUUID());
            calls.add(() -> till.post("/api/v1/held-sales/" + hold.get("id") + "/recall", recall));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(calls);

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(11)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("already-recalled"));
    }

    @Test
    void keepsAShiftOpenUntilItsHeldSalesAreHandedOver() {
        String shift = tills.open("R1", "0");
        one.post("/api/v1/held-sales", cart("a"));
        one.post("/api/v1/held-sales", cart("b"));
        Map<String, Object> closing = Tills.closing("0");
        Map<String, Object> handOver = Map.of("store", tills.store(), "from", "R1", "to", "R2");

        ShopHttp.Answer refused = one.post("/api/v1/shifts/" + shift + "/close", closing);
        ShopHttp.Answer nobody = one.post("/api/v1/held-sales/hand-over", handOver);
        String next = tills.open("R2", "0");
        ShopHttp.Answer handed = one.post("/api/v1/held-sales/hand-over", handOver);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("held-sales");
        assertThat(refused.body().path("held").asInt()).isEqualTo(2);
        assertThat(nobody.code()).isEqualTo("no-open-shift");
        assertThat(handed.body().path("handedOver").asInt()).isEqualTo(2);
        assertThat(one.post("/api/v1/shifts/" + shift + "/close", closing).status())
                .isEqualTo(201);
        assertThat(other.post("/api/v1/shifts/" + next + "/close", Tills.closing("0"))
                        .code())
                .isEqualTo("held-sales");
    }

    @Test
    void leavesNoHeldSaleInAShiftThatClosesMeanwhile() throws Exception {
        for (int round = 0; round < 5; round++) {
            String shift = tills.open("R1", "0");
            Map<String, Object> hold = cart("racing");
            Map<String, Object> closing = Tills.closing("0");

            List<ShopHttp.Answer> answers = AtOnce.run(List.of(
                    () -> one.post("/api/v1/held-sales", hold),
                    () -> shop.post("/api/v1/shifts/" + shift + "/close", closing)));

            List<Integer> statuses =
                    answers.stream().map(ShopHttp.Answer::status).toList();
            assertThat(statuses).containsExactlyInAnyOrder(201, 409);
            if (statuses.get(0) == 201) {
                one.post("/api/v1/held-sales/" + hold.get("id") + "/recall", Map.of("id", UUID.randomUUID()));
                assertThat(shop.post("/api/v1/shifts/" + shift + "/close", closing)
                                .status())
                        .isEqualTo(201);
            }
        }
    }

    @Test
    void showsWhatHasExpiredAndClosesWithoutIt() {
        String shift = tills.open("R1", "0");
        Map<String, Object> hold = cart("forgotten");
        one.post("/api/v1/held-sales", hold);
        jdbc.sql("update held_sale set expires_at = held_at where uuid = :id")
                .param("id", String.valueOf(hold.get("id")))
                .update();

        assertThat(one.get("/api/v1/held-sales?store=" + ShopHttp.encode(tills.store()))
                        .body()
                        .path(0)
                        .path("expired")
                        .asBoolean())
                .isTrue();
        assertThat(one.post("/api/v1/shifts/" + shift + "/close", Tills.closing("0"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void forgetsCartsAndLabelsInTime() {
        tills.open("R1", "0");
        String secret = "Ms. " + UUID.randomUUID();
        Map<String, Object> recalled = cart(secret);
        Map<String, Object> expired = cart(secret);
        Map<String, Object> held = cart(secret);
        for (Map<String, Object> each : List.of(recalled, expired, held)) {
            each.put("cart", List.of(Map.of("note", secret)));
            one.post("/api/v1/held-sales", each);
        }
        Map<String, Object> recall = Map.of("id", UUID.randomUUID());
        String path = "/api/v1/held-sales/" + recalled.get("id") + "/recall";
        ShopHttp.Answer cart = other.post(path, recall);
        forgetting.forget();
        assertThat(other.post(path, recall).body()).as("soon after").isEqualTo(cart.body());
        age(recalled, "recalled_at = recalled_at - interval 61 minute");
        age(expired, "expires_at = held_at - interval 8 day");

        forgetting.forget();

        assertThat(other.post(path, recall).code()).isEqualTo("held-sale-not-found");
        assertThat(other.post("/api/v1/held-sales/" + expired.get("id") + "/recall", Map.of("id", UUID.randomUUID()))
                        .code())
                .isEqualTo("held-sale-not-found");
        JsonNode listed = one.get("/api/v1/held-sales?store=" + ShopHttp.encode(tills.store()))
                .body();
        assertThat(listed.findValuesAsString("id")).containsExactly(String.valueOf(held.get("id")));
        assertThat(jdbc.sql("select count(*) from held_sale where label = :secret or locate(:secret, cart) > 0")
                        .param("secret", secret)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from idempotency where locate(:secret, body) > 0")
                        .param("secret", secret)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(one.post("/api/v1/held-sales", held).body().path("label").asString())
                .isEqualTo(secret);
    }

    private void age(Map<String, Object> held, String change) {
        jdbc.sql("update held_sale set " + change + " where uuid = :id")
                .param("id", String.valueOf(held.get("id")))
                .update();
    }

    @Test
    void refusesATillThatNoTableHolds() {
        tills.open("R1", "0");
        Map<String, Object> hold = cart("x");
        one.post("/api/v1/held-sales", hold);

        ShopHttp.Answer answer = shop.post(
                "/api/v1/held-sales/" + hold.get("id") + "/recall",
                Map.of("id", UUID.randomUUID(), "till", "T".repeat(33)));

        assertThat(answer.code()).isEqualTo("invalid-document");
    }

    @Test
    void holdsOnlyWithinAShiftAndInItsOwnStore() {
        assertThat(one.post("/api/v1/held-sales", cart("early")).code()).isEqualTo("no-open-shift");
        tills.open("R1", "0");
        Map<String, Object> hold = cart("mine");
        one.post("/api/v1/held-sales", hold);
        ShopHttp foreign = new Tills(port).till("R1");

        assertThat(foreign.get("/api/v1/held-sales?store=" + ShopHttp.encode(tills.store()))
                        .status())
                .isEqualTo(403);
        assertThat(foreign.post("/api/v1/held-sales/" + hold.get("id") + "/recall", Map.of("id", UUID.randomUUID()))
                        .status())
                .isEqualTo(403);
        assertThat(one.post("/api/v1/held-sales/" + UUID.randomUUID() + "/recall", Map.of("id", UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        Map<String, Object> nowhere = cart("nowhere");
        assertThat(shop.post("/api/v1/held-sales", nowhere).code()).isEqualTo("invalid-held-sale");
    }

    private Map<String, Object> cart(String label) {
        Map<String, Object> hold = new LinkedHashMap<>();
        hold.put("id", UUID.randomUUID());
        hold.put("store", tills.store());
        hold.put("label", label);
        hold.put("cart", List.of(Map.of("sku", "MUG", "quantity", "1.50", "note", "礼物")));
        return hold;
    }
}
