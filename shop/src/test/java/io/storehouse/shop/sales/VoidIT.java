package io.storehouse.shop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.People;
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
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ShopTest
class VoidIT {
    @LocalServerPort
    private int port;

    private Tills tills;
    private ShopHttp shop;
    private ShopHttp register;
    private String shift;

    @BeforeEach
    void openStore() {
        tills = new Tills(port);
        shop = tills.shop();
        shop.goods("MUG");
        shop.receive(tills.store(), "MUG", "10");
        register = tills.register("R1");
        shift = tills.open("R1", "0");
    }

    @Test
    void undoesAllOfAnOrderThatHadADiscountAndTwoTenders() {
        String order = sell();

        ShopHttp.Answer voided = shop.post("/api/v1/orders/" + order + "/void", body());

        assertThat(voided.status()).as(voided.raw().body()).isEqualTo(201);
        assertThat(voided.body().path("linesTotal").asString()).isEqualTo("10.0000");
        assertThat(voided.body().path("payable").asString()).isEqualTo("10.00");
        JsonNode report = shop.get("/api/v1/shifts/" + shift + "/report").body();
        assertThat(report.path("net").asString()).isEqualTo("0.0000");
        assertThat(report.path("total").asString()).isEqualTo("0.0000");
        report.path("tenders")
                .forEach(tender -> assertThat(tender.path("net").asString()).isEqualTo("0.0000"));
        assertThat(shop.get("/api/v1/stock?store=" + ShopHttp.encode(tills.store()))
                        .body()
                        .path(0)
                        .path("onHand")
                        .asString())
                .isEqualTo("10.000");
        assertThat(shop.get("/api/v1/orders/" + order).body().path("voidedBy").asString())
                .isEqualTo(voided.body().path("id").asString());
        assertThat(shop.get("/api/v1/returns/" + voided.body().path("id").asString())
                        .body()
                        .path("voids")
                        .asBoolean())
                .isTrue();
        assertThat(shop.get("/api/v1/orders/" + order + "/receipt")
                        .body()
                        .path("voided")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void givesEachOfTwoGiftCardsItsOwnBack() {
        String one = card("7");
        String other = card("9");
        Map<String, Object> first = Tills.payment("gift_card", "7");
        first.put("giftCard", one);
        Map<String, Object> second = Tills.payment("gift_card", "3");
        second.put("giftCard", other);
        Map<String, Object> order = tills.order("MUG", "1", "12", first, second, Tills.payment("cash", "2"));
        assertThat(register.post("/api/v1/orders", order).status()).isEqualTo(201);
        Map<String, Object> body = body();

        ShopHttp.Answer voided = shop.post("/api/v1/orders/" + order.get("id") + "/void", body);

        assertThat(voided.status()).as(voided.raw().body()).isEqualTo(201);
        assertThat(balance(one)).isEqualTo("7.0000");
        assertThat(balance(other)).isEqualTo("9.0000");
        assertThat(shop.post("/api/v1/orders/" + order.get("id") + "/void", body)
                        .body())
                .isEqualTo(voided.body());
    }

    private String card(String amount) {
        String code = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of(
                "id",
                UUID.randomUUID(),
                "store",
                tills.store(),
                "code",
                code,
                "amount",
                amount,
                "occurredAt",
                "2026-03-01T10:00:00Z");
        assertThat(shop.post("/api/v1/gift-cards", body).status()).isEqualTo(201);
        return code;
    }

    private String balance(String code) {
        return shop.post("/api/v1/gift-cards/balance", Map.of("code", code))
                .body()
                .path("balance")
                .asString();
    }

    @Test
    void voidsOnceWhatManyVoidAtOnce() throws Exception {
        String order = sell();
        Map<String, Object> mine = body();
        List<Callable<ShopHttp.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Map<String, Object> body = i < 3 ? mine : body();
            calls.add(() -> shop.post("/api/v1/orders/" + order + "/void", body));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(calls);

        List<ShopHttp.Answer> won =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(won.size()).isIn(1, 3);
        assertThat(won)
                .extracting(ShopHttp.Answer::body)
                .containsOnly(won.get(0).body());
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("already-voided"));
        assertThat(shop.get("/api/v1/shifts/" + shift + "/report")
                        .body()
                        .path("shift")
                        .path("returns")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void voidsOrTakesBackButNeverBoth() throws Exception {
        String order = sell();
        Map<String, Object> back = tills.takeback(order, "MUG", "1", "3.3333");
        back.put("refunds", List.of(Tills.payment("card", "3.33")));

        List<ShopHttp.Answer> answers = AtOnce.run(List.of(
                () -> shop.post("/api/v1/orders/" + order + "/void", body()),
                () -> register.post("/api/v1/returns", back)));

        assertThat(answers).extracting(ShopHttp.Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 409).map(ShopHttp.Answer::code))
                .containsAnyOf("already-returned", "return-exceeds-sale");
    }

    @Test
    void refusesToVoidWhenTheShiftIsOver() {
        String order = sell();
        shop.post("/api/v1/shifts/" + shift + "/close", Tills.closing("0"));

        assertThat(shop.post("/api/v1/orders/" + order + "/void", body()).code())
                .isEqualTo("shift-over");
        tills.open("R1", "0");
        assertThat(shop.post("/api/v1/orders/" + order + "/void", body()).code())
                .isEqualTo("shift-over");
    }

    @Test
    void answersAReplayAsTheFirstTimeAndKnowsTheIdOfAnotherReturn() {
        String order = sell();
        Map<String, Object> body = body();
        ShopHttp.Answer first = shop.post("/api/v1/orders/" + order + "/void", body);
        shop.post("/api/v1/shifts/" + shift + "/close", Tills.closing("0"));
        tills.open("R1", "0");

        ShopHttp.Answer again = shop.post("/api/v1/orders/" + order + "/void", body);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replay")).contains("true");
        body.put("reason", "another");
        assertThat(shop.post("/api/v1/orders/" + order + "/void", body).code()).isEqualTo("idempotency-conflict");
        assertThat(shop.post("/api/v1/orders/" + sell() + "/void", body).code()).isEqualTo("idempotency-conflict");
    }

    @Test
    void needsSomebodyWhoMayApprove() {
        String order = sell();

        assertThat(register.post("/api/v1/orders/" + order + "/void", body()).status())
                .isEqualTo(403);
        assertThat(shop.post("/api/v1/orders/" + UUID.randomUUID() + "/void", body())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void letsATillVoidWithAManagersPinOnly() {
        People people = new People(port);
        String manager = people.hire("store_manager", tills.store());
        String cashier = people.hire("cashier", tills.store());
        String order = sell();
        Map<String, Object> body = body();

        assertThat(voided(order, body).code()).isEqualTo("approval-required");
        body.put("approval", Map.of("username", cashier, "pin", People.PIN));
        assertThat(voided(order, body).code()).isEqualTo("approval-refused");
        body.put("approval", Map.of("username", manager, "pin", "0000"));
        assertThat(voided(order, body).code()).isEqualTo("approval-refused");
        body.put("approval", Map.of("username", manager, "pin", People.PIN));
        ShopHttp.Answer voided = voided(order, body);

        assertThat(voided.status()).as(voided.raw().body()).isEqualTo(201);
        body.put("approval", Map.of("username", manager, "pin", "0000"));
        assertThat(voided(order, body).body())
                .as("a replay asks for no PIN again")
                .isEqualTo(voided.body());
    }

    private ShopHttp.Answer voided(String order, Map<String, Object> body) {
        return register.post("/api/v1/orders/" + order + "/void", body);
    }

    private String sell() {
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line("MUG", "3", "4"));
        line.put("discount", "2");
        Map<String, Object> order = ShopHttp.order(tills.store(), List.of(line), "0");
        order.put("payments", List.of(Tills.cash("4", "5"), Tills.payment("card", "6")));
        ShopHttp.Answer answer = register.post("/api/v1/orders", order);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return String.valueOf(order.get("id"));
    }

    private static Map<String, Object> body() {
        return new LinkedHashMap<>(
                Map.of("id", UUID.randomUUID(), "occurredAt", "2026-03-02T11:00:00Z", "reason", "typed wrongly"));
    }
}
