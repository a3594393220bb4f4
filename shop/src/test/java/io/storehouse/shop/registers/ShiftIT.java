package io.storehouse.shop.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class ShiftIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Tills tills;
    private ShopHttp shop;
    private ShopHttp register;

    @BeforeEach
    void openStore() {
        tills = new Tills(port);
        shop = tills.shop();
        shop.put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        register = tills.register("R1");
    }

    @Test
    void addsUpADrawerFromFloatToCount() {
        String shift = tills.open("R1", "100");
        Map<String, Object> sale =
                tills.order("POST", "2", "3.75", Tills.cash("5.50", "20"), Tills.payment("card", "2"));
        assertThat(register.post("/api/v1/orders", sale).status()).isEqualTo(201);
        Map<String, Object> back = tills.takeback(sale.get("id"), "POST", "1", "3.75");
        back.put("refunds", List.of(Tills.payment("cash", "3.75")));
        assertThat(register.post("/api/v1/returns", back).status()).isEqualTo(201);
        assertThat(move(shift, "paid-in", "10").status()).isEqualTo(201);
        assertThat(move(shift, "paid-out", "30.25").status()).isEqualTo(201);

        JsonNode report = shop.get("/api/v1/shifts/" + shift + "/report").body();
        ShopHttp.Answer closed = shop.post("/api/v1/shifts/" + shift + "/close", Tills.closing("81"));

        assertThat(report.path("gross").asString()).isEqualTo("7.5000");
        assertThat(report.path("returned").asString()).isEqualTo("3.7500");
        assertThat(report.path("total").asString()).isEqualTo("3.7500");
        assertThat(report.path("cash").path("sales").asString()).isEqualTo("20.0000");
        assertThat(report.path("cash").path("change").asString()).isEqualTo("14.5000");
        assertThat(report.path("cash").path("expected").asString()).isEqualTo("81.5000");
        assertThat(report.path("cash").path("counted").isNull()).isTrue();
        assertThat(closed.status()).as(closed.raw().body()).isEqualTo(201);
        assertThat(closed.body().path("cash").path("difference").asString()).isEqualTo("-0.5000");
        assertThat(closed.body().path("tenders")).isEqualTo(report.path("tenders"));
        assertThat(shop.get("/api/v1/shifts/" + shift + "/report").body()).isEqualTo(closed.body());
        assertThat(events(shift)).containsExactly("shift_opened", "cash_moved", "cash_moved", "shift_closed");
    }

    @Test
    void printsXAndZOnPaperAndScreen() {
        String shift = tills.open("R1", "100");
        Map<String, Object> sale =
                tills.order("POST", "2", "3.75", Tills.cash("5.50", "20"), Tills.payment("card", "2"));
        assertThat(register.post("/api/v1/orders", sale).status()).isEqualTo(201);
        String path = "/api/v1/shifts/" + shift + "/report";

        var x = shop.get(path + "?format=html&lang=zh-CN").raw();
        shop.post("/api/v1/shifts/" + shift + "/close", Tills.closing("105"));
        var z = shop.get(path + "?format=html").raw();
        var paper = shop.get(path + "?format=escpos").raw();

        assertThat(x.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(x.body()).contains("lang=\"zh-CN\"", "X 报表", "<span>应有现金</span><span>105.50</span>");
        assertThat(z.body()).contains("Z report", "<span>Counted</span><span>105.00</span>", "<span>-0.50</span>");
        assertThat(paper.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(paper.body())
                .startsWith("\u001B@\u001C&\u001BE")
                .contains("Z report\n", "Card                                        2.00\n");
        assertThat(shop.get(path + "?format=pdf").code()).isEqualTo("invalid-report-format");
        assertThat(shop.get(path + "?lang=tlh").code()).isEqualTo("invalid-report-format");
        assertThat(new Tills(port).till("T1").get(path + "?format=html").status())
                .isEqualTo(403);
    }

    @Test
    void countsByDenomination() {
        Map<String, Object> opening = tills.opening("R1", "0");
        opening.remove("openingFloat");
        opening.put("denominations", List.of(pieces("20", 2), pieces("0.05", 3)));
        String shift = shop.post("/api/v1/shifts", opening).body().path("id").asString();
        assertThat(tills.cashOf(shift, "openingFloat")).isEqualByComparingTo("40.15");
        Map<String, Object> closing = Tills.closing("40");
        closing.put("denominations", List.of(pieces("20", 2), pieces("0.05", 3)));

        ShopHttp.Answer wrong = shop.post("/api/v1/shifts/" + shift + "/close", closing);
        closing.remove("counted");
        ShopHttp.Answer closed = shop.post("/api/v1/shifts/" + shift + "/close", closing);

        assertThat(wrong.code()).isEqualTo("invalid-count");
        assertThat(wrong.body().path("detail").asString()).contains("add up to 40.1500, not to 40");
        assertThat(closed.body().path("cash").path("difference").asString()).isEqualTo("0.0000");
        assertThat(jdbc.sql("""
                        select count(*) from shift_count c join shift s on s.id = c.shift_id where s.uuid = :id
                        """).param("id", shift).query(Long.class).single()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300000000", "-1e300000000", "1e-300000000", "1e41", "0e-41"})
    void refusesAnAmountThatIsLongWhenItIsWrittenOut(String amount) {
        Map<String, Object> opening = tills.opening("R1", amount);

        ShopHttp.Answer asText = shop.post("/api/v1/shifts", opening);
        opening.put("openingFloat", new BigDecimal(amount));
        ShopHttp.Answer asNumber = shop.post("/api/v1/shifts", opening);

        assertThat(asText.status()).isEqualTo(400);
        assertThat(asText.code()).isEqualTo("unreadable");
        assertThat(asText.body().path("detail").asString()).contains("over 40 digits");
        assertThat(asNumber.status()).isEqualTo(400);
    }

    @Test
    void refusesACountOfTooManyDigitsBesideDenominations() {
        String shift = tills.open("R1", "100");
        Map<String, Object> closing = Tills.closing("1e30");
        closing.put("denominations", List.of(pieces("20", 2)));

        ShopHttp.Answer answer = shop.post("/api/v1/shifts/" + shift + "/close", closing);

        assertThat(answer.code()).isEqualTo("invalid-number");
    }

    @Test
    void opensOneShiftWhenTwentyOpenAtOnce() throws Exception {
        List<Callable<ShopHttp.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Map<String, Object> opening = tills.opening("R1", "50");
            calls.add(() -> shop.post("/api/v1/shifts", opening));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(calls);

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(19)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("shift-already-open"));
    }

    @Test
    void opensOnceWhatManySendAtOnce() throws Exception {
        Map<String, Object> opening = tills.opening("R1", "50");
        List<Callable<ShopHttp.Answer>> calls = Collections.nCopies(16, () -> register.post("/api/v1/shifts", opening));

        List<ShopHttp.Answer> answers = AtOnce.run(calls);

        assertThat(answers).extracting(ShopHttp.Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(ShopHttp.Answer::body)
                .containsOnly(answers.get(0).body());
    }

    @Test
    void keepsTheCurrencyOfAStoreWithADrawer() {
        tills.open("R1", "50");

        ShopHttp.Answer refused = shop.put(
                "/api/v1/stores/" + ShopHttp.encode(tills.store()),
                Map.of("name", "Shop", "timeZone", "Europe/Paris", "currency", "EUR"));

        assertThat(refused.code()).isEqualTo("currency-in-use");
    }

    @Test
    void letsTheDatabaseRefuseASecondOpenShift() {
        String shift = tills.open("R1", "50");

        assertThatThrownBy(() -> jdbc.sql("""
                        insert into shift (
                            id, uuid, register_id, store_id, kind, currency, business_date, opened_at, opened_by,
                            opening_float)
                        select id + 1, uuid(), register_id, store_id, kind, currency, business_date, opened_at, opened_by,
                            0
                        from shift where uuid = :id
                        """).param("id", shift).update())
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("shift_open");
    }

    @Test
    void answersAReplayedOpeningAndClosingAsTheFirstTime() {
        Map<String, Object> opening = tills.opening("R1", "50");
        ShopHttp.Answer opened = shop.post("/api/v1/shifts", opening);
        Map<String, Object> closing = Tills.closing("50");
        String path = "/api/v1/shifts/" + opening.get("id") + "/close";
        ShopHttp.Answer closed = shop.post(path, closing);
        tills.open("R1", "70");

        assertThat(shop.post("/api/v1/shifts", opening).body()).isEqualTo(opened.body());
        ShopHttp.Answer again = shop.post(path, closing);
        assertThat(again.body()).isEqualTo(closed.body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replay")).contains("true");
        opening.put("openingFloat", "51");
        assertThat(shop.post("/api/v1/shifts", opening).code()).isEqualTo("idempotency-conflict");
        closing.put("counted", "51");
        assertThat(shop.post(path, closing).code()).isEqualTo("idempotency-conflict");
    }

    @RepeatedTest(10)
    void closesOnceWhenManagersCloseAtOnce() throws Exception {
        String shift = tills.open("R1", "50");
        Map<String, Object> mine = Tills.closing("50");
        List<Callable<ShopHttp.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Map<String, Object> closing = i % 2 == 0 ? mine : Tills.closing("49");
            calls.add(() -> shop.post("/api/v1/shifts/" + shift + "/close", closing));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(calls);

        List<ShopHttp.Answer> won =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(won)
                .extracting(ShopHttp.Answer::body)
                .containsOnly(won.get(0).body());
        assertThat(won.size()).isIn(1, 6);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("shift-closed"));
        assertThat(events(shift)).containsExactly("shift_opened", "shift_closed");
    }

    @Test
    void losesNoSaleThatRacesTheClosing() throws Exception {
        String shift = tills.open("R1", "0");
        List<Callable<ShopHttp.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            Map<String, Object> sale = tills.order("POST", "1", "1", Tills.payment("cash", "1"));
            calls.add(() -> register.post("/api/v1/orders", sale));
        }
        calls.add(7, () -> shop.post("/api/v1/shifts/" + shift + "/close", Tills.closing("0")));

        List<ShopHttp.Answer> answers = AtOnce.run(calls);

        ShopHttp.Answer closed = answers.remove(7);
        long sold = answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(closed.status()).isEqualTo(201);
        assertThat(closed.body().path("shift").path("orders").asLong()).isEqualTo(sold);
        assertThat(closed.body().path("cash").path("sales").asString()).isEqualTo(sold + ".0000");
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("no-open-shift"));
        assertThat(jdbc.sql("""
                        select count(*) from sale_order o join shift s on s.id = o.shift_id where s.uuid = :id
                        """).param("id", shift).query(Long.class).single()).isEqualTo(sold);
    }

    @Test
    void refusesToSellWithoutAShift() {
        Map<String, Object> sale = tills.order("POST", "1", "1", Tills.payment("card", "1"));

        ShopHttp.Answer refused = register.post("/api/v1/orders", sale);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("no-open-shift");
        assertThat(refused.body().path("register").asString()).isEqualTo("R1");
        String shift = tills.open("R1", "0");
        ShopHttp.Answer sold = register.post("/api/v1/orders", sale);
        assertThat(sold.status()).isEqualTo(201);
        shop.post("/api/v1/shifts/" + shift + "/close", Tills.closing("0"));
        assertThat(register.post("/api/v1/orders", sale).body()).isEqualTo(sold.body());
    }

    @Test
    void leavesTillsThatAreNoRegistersAlone() {
        ShopHttp till = tills.till("T9");
        Map<String, Object> sale = tills.order("POST", "1", "1", Tills.payment("cash", "1"));
        sale.put("offline", true);

        assertThat(till.post("/api/v1/orders", sale).status()).isEqualTo(201);
        assertThat(jdbc.sql("select count(*) from sale_order where uuid = :id and shift_id is null")
                        .param("id", sale.get("id"))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void rescuesLateOrdersOfClosedShifts() {
        String shift = tills.open("R1", "0");
        Map<String, Object> inTime = late(Instant.now());
        Map<String, Object> late = late(Instant.now());
        Map<String, Object> early = late(Instant.now().minusSeconds(3600));
        assertThat(register.post("/api/v1/orders", inTime).status()).isEqualTo(201);
        shop.post("/api/v1/shifts/" + shift + "/close", Tills.closing("1"));
        JsonNode closed = shop.get("/api/v1/shifts/" + shift + "/report").body();

        assertThat(register.post("/api/v1/orders", late).status()).isEqualTo(201);
        tills.open("R1", "0");
        assertThat(register.post("/api/v1/orders", early).status()).isEqualTo(201);

        JsonNode rescues = shop.get("/api/v1/shifts?kind=rescue&state=open&store=" + ShopHttp.encode(tills.store()))
                .body();
        assertThat(rescues.size()).isEqualTo(1);
        assertThat(rescues.path(0).path("orders").asLong()).isEqualTo(2);
        JsonNode rescued = shop.get("/api/v1/orders?store=" + ShopHttp.encode(tills.store()) + "&shift="
                        + rescues.path(0).path("id").asString())
                .body();
        assertThat(rescued.size()).isEqualTo(2);
        assertThat(rescued.path(0).path("id").asString()).isEqualTo(String.valueOf(early.get("id")));
        assertThat(shop.get("/api/v1/shifts/" + shift + "/report").body()).isEqualTo(closed);
        String rescue = rescues.path(0).path("id").asString();
        assertThat(shop.post("/api/v1/shifts/" + rescue + "/close", Tills.closing("2"))
                        .body()
                        .path("cash")
                        .path("difference")
                        .asString())
                .isEqualTo("0.0000");
        assertThat(events(rescue)).containsExactly("shift_opened", "shift_closed");
        assertThat(register.post("/api/v1/orders", late(Instant.now().minusSeconds(60)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void opensOneRescueShiftForLateOrdersAtOnce() throws Exception {
        List<Callable<ShopHttp.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Map<String, Object> late = late(Instant.now().minusSeconds(60 + i));
            calls.add(() -> register.post("/api/v1/orders", late));
        }

        assertThat(AtOnce.run(calls)).extracting(ShopHttp.Answer::status).containsOnly(201);
        JsonNode shifts = shop.get("/api/v1/shifts?store=" + ShopHttp.encode(tills.store()))
                .body();
        assertThat(shifts.size()).isEqualTo(1);
        assertThat(shifts.path(0).path("kind").asString()).isEqualTo("rescue");
        assertThat(shifts.path(0).path("orders").asLong()).isEqualTo(10);
    }

    @Test
    void takesAnOrderForTheSameWhetherSentOnlineOrLate() {
        String shift = tills.open("R1", "0");
        Map<String, Object> sale = tills.order("POST", "1", "1", Tills.payment("cash", "1"));
        ShopHttp.Answer first = register.post("/api/v1/orders", sale);
        shop.post("/api/v1/shifts/" + shift + "/close", Tills.closing("1"));
        sale.put("offline", true);

        assertThat(register.post("/api/v1/orders", sale).body()).isEqualTo(first.body());
    }

    @Test
    void closesNothingWhileTheTillHasUnsyncedSales() {
        String shift = tills.open("R1", "0");
        Map<String, Object> closing = Tills.closing("0");
        closing.put("unsynced", 2);

        ShopHttp.Answer refused = shop.post("/api/v1/shifts/" + shift + "/close", closing);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("unsynced-sales");
        assertThat(refused.body().path("unsynced").asInt()).isEqualTo(2);
        closing.put("unsynced", 0);
        assertThat(shop.post("/api/v1/shifts/" + shift + "/close", closing).status())
                .isEqualTo(201);
    }

    @Test
    void movesCashOnceAndOnlyInAnOpenShift() {
        String shift = tills.open("R1", "10");
        Map<String, Object> body =
                Map.of("id", UUID.randomUUID(), "kind", "paid-in", "amount", "5", "reason", "change from the bank");
        ShopHttp.Answer moved = register.post("/api/v1/shifts/" + shift + "/cash-moves", body);
        assertThat(register.post("/api/v1/shifts/" + shift + "/cash-moves", body)
                        .body())
                .isEqualTo(moved.body());
        assertThat(tills.cashOf(shift, "expected")).isEqualByComparingTo("15");
        assertThat(move(shift, "paid-in", "0").code()).isEqualTo("invalid-cash-move");
        assertThat(move(shift, "borrowed", "1").code()).isEqualTo("invalid-cash-move");
        assertThat(shop.get("/api/v1/shifts/" + shift + "/cash-moves")
                        .body()
                        .path(0)
                        .path("reason")
                        .asString())
                .isEqualTo("change from the bank");
        shop.post("/api/v1/shifts/" + shift + "/close", Tills.closing("15"));
        assertThat(move(shift, "paid-in", "1").code()).isEqualTo("shift-closed");
        assertThat(move(UUID.randomUUID().toString(), "paid-in", "1").status()).isEqualTo(404);
    }

    @Test
    void letsATillUseItsOwnDrawerOnly() {
        ShopHttp other = tills.register("R2");

        assertThat(other.post("/api/v1/shifts", tills.opening("R1", "0")).status())
                .isEqualTo(403);
        String shift = tills.open("R1", "0");
        assertThat(other.post("/api/v1/shifts/" + shift + "/close", Tills.closing("0"))
                        .status())
                .isEqualTo(403);
        ShopHttp foreign = new Tills(port).register("R1");
        assertThat(foreign.get("/api/v1/shifts/" + shift + "/report").status()).isEqualTo(403);
        assertThat(foreign.post("/api/v1/shifts/" + shift + "/close", Tills.closing("0"))
                        .status())
                .isEqualTo(403);
        assertThat(other.put(
                                "/api/v1/stores/" + ShopHttp.encode(tills.store()) + "/registers/R3",
                                Map.of("name", "mine"))
                        .status())
                .isEqualTo(403);
        assertThat(register.post("/api/v1/shifts/" + shift + "/close", Tills.closing("0"))
                        .status())
                .isEqualTo(201);
    }

    private Map<String, Object> late(Instant at) {
        Map<String, Object> sale = tills.order("POST", "1", "1", Tills.payment("cash", "1"));
        sale.put("occurredAt", at.toString());
        sale.put("offline", true);
        return sale;
    }

    private ShopHttp.Answer move(String shift, String kind, String amount) {
        return shop.post(
                "/api/v1/shifts/" + shift + "/cash-moves",
                Map.of("id", UUID.randomUUID(), "kind", kind, "amount", amount, "reason", "why"));
    }

    private static Map<String, Object> pieces(String value, int pieces) {
        return Map.of("value", value, "pieces", pieces);
    }

    private List<String> events(String shift) {
        return jdbc.sql("select type from outbox where event_key = :id order by id")
                .param("id", shift)
                .query(String.class)
                .list();
    }
}
