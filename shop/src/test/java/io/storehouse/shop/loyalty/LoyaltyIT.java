package io.storehouse.shop.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class LoyaltyIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String store;
    private String member;
    private LocalDate today;

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

    @Test
    void earnsNothingWithoutAProgramme() {
        jdbc.sql("delete from loyalty_programme").update();

        sell("10.00", today);

        assertThat(points()).isZero();
        assertThat(jdbc.sql("select count(*) from points_account where customer = :customer")
                        .param("customer", member)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(redeem(1).code()).isEqualTo("no-programme");
    }

    @Test
    void earnsOnceHoweverOftenTheOrderIsSent() {
        Map<String, Object> order = order("10.55", today);
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            clients.add(() -> shop.post("/api/v1/orders", order));
        }

        assertThat(AtOnce.run(clients)).extracting(ShopHttp.Answer::status).containsOnly(201);

        assertThat(points()).isEqualTo(21);
        assertThat(kinds()).containsExactly("earn");
        assertThat(event()).contains("\"kind\":\"earn\"", "\"points\":21", "\"balance\":21", "\"amount\":\"10.5500\"");
    }

    @Test
    void earnsForManySalesAtOnce() {
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Map<String, Object> order = order("1.00", today);
            clients.add(() -> shop.post("/api/v1/orders", order));
        }

        assertThat(AtOnce.run(clients)).extracting(ShopHttp.Answer::status).containsOnly(201);

        assertThat(points()).isEqualTo(48);
        assertThat(ledger().size()).isEqualTo(24);
        assertThat(ledger().path(0).path("version").asLong()).isEqualTo(24);
    }

    @Test
    void countsOnlySalesOfTheProgramme() {
        String abroad = "Abroad " + UUID.randomUUID();
        shop.put(
                "/api/v1/stores/" + ShopHttp.encode(abroad),
                Map.of("name", abroad, "timeZone", "Europe/Paris", "currency", "EUR"));
        Map<String, Object> foreign = order("10.00", today);
        foreign.put("store", abroad);
        assertThat(shop.post("/api/v1/orders", foreign).status()).isEqualTo(201);
        sell("10.00", LocalDate.of(2019, 12, 31));

        assertThat(points()).isZero();
    }

    @Test
    void spendsTheSamePointsAtOneOfTwoTills() {
        sell("50.00", today);
        List<Callable<ShopHttp.Answer>> tills = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            tills.add(() -> redeem(60));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(tills);

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("insufficient-points"));
        assertThat(points()).isEqualTo(40);
    }

    @Test
    void answersARepeatedRedemptionAsTheFirstTime() {
        sell("50.00", today);
        Map<String, Object> body = redemption(60);
        ShopHttp.Answer first = shop.post("/api/v1/loyalty/redemptions", body);

        ShopHttp.Answer again = shop.post("/api/v1/loyalty/redemptions", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("value").asString()).isEqualTo("0.60");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(points()).isEqualTo(40);
        body.put("points", 61);
        assertThat(shop.post("/api/v1/loyalty/redemptions", body).code()).isEqualTo("idempotency-conflict");
        body.put("id", UUID.randomUUID());
        body.put("points", 0);
        assertThat(shop.post("/api/v1/loyalty/redemptions", body).code()).isEqualTo("invalid-points");
        body.put("points", 1);
        body.put("customer", "nobody-" + member);
        assertThat(shop.post("/api/v1/loyalty/redemptions", body).code()).isEqualTo("unknown-member");
    }

    @Test
    void givesACancelledRedemptionBackOnce() {
        sell("50.00", today);
        Map<String, Object> body = redemption(60);
        shop.post("/api/v1/loyalty/redemptions", body);
        String path = "/api/v1/loyalty/redemptions/" + body.get("id") + "/cancel";
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(() -> shop.post(path, Map.of()));
        }

        assertThat(AtOnce.run(clients)).extracting(ShopHttp.Answer::status).containsOnly(200);

        assertThat(points()).isEqualTo(100);
        assertThat(kinds()).containsExactly("cancel", "redeem", "earn");
        assertThat(shop.post("/api/v1/loyalty/redemptions/" + UUID.randomUUID() + "/cancel", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesPointsBackInProportionAndNoMoreThanWereEarned() {
        Map<String, Object> order = order("10.00", today, 10);
        shop.post("/api/v1/orders", order);
        assertThat(points()).isEqualTo(20);
        redeem(15);

        takeBack(order, "3", "3.00");
        assertThat(points()).isEqualTo(-1);
        takeBack(order, "1", "1.00");
        assertThat(points()).isEqualTo(-3);
        takeBack(order, "6", "6.00");

        assertThat(points()).isEqualTo(-15);
        assertThat(redeem(1).code()).isEqualTo("insufficient-points");
        sell("10.00", today);
        assertThat(points()).isEqualTo(5);
        assertThat(redeem(5).status()).isEqualTo(201);
    }

    @Test
    void takesBackWhatOneReturnOfAllWouldHoweverItIsSplit() {
        Random random = new Random(7);
        for (int round = 0; round < 5; round++) {
            int pieces = 2 + random.nextInt(9);
            Map<String, Object> order = order("0.77", today, pieces);
            shop.post("/api/v1/orders", order);
            int left = pieces;
            while (left > 0) {
                int some = 1 + random.nextInt(left);
                takeBack(order, Integer.toString(some), null);
                left -= some;
            }
            assertThat(points()).isZero();
        }
    }

    @Test
    void takesBackOnceWhatIsReturnedBySeveralAtOnce() {
        Map<String, Object> order = order("1.00", today, 8);
        shop.post("/api/v1/orders", order);
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Map<String, Object> body = returned(order, "1", "1.00");
            clients.add(() -> shop.post("/api/v1/returns", body));
            clients.add(() -> shop.post("/api/v1/returns", body));
        }

        assertThat(AtOnce.run(clients)).extracting(ShopHttp.Answer::status).containsOnly(201);

        assertThat(points()).isZero();
        assertThat(ledger().size()).isEqualTo(9);
    }

    @Test
    void letsPointsExpireFirstInFirstOut() {
        define(12);
        sell("10.00", today.minusMonths(13));
        sell("5.00", today.minusMonths(12).plusDays(5));
        assertThat(redeem(4).status()).isEqualTo(201);
        assertThat(points()).isEqualTo(26);

        List<ShopHttp.Answer> rounds = AtOnce.run(List.of(this::round, this::round, this::round));

        assertThat(rounds).extracting(ShopHttp.Answer::status).containsOnly(200);
        assertThat(points()).isEqualTo(10);
        assertThat(kinds()).containsExactly("expire", "redeem", "earn", "earn");
        round();
        assertThat(points()).isEqualTo(10);
    }

    @Test
    void neverExpiresWhatIsSpentInTheSameInstant() {
        define(12);
        for (int i = 0; i < 5; i++) {
            sell("10.00", today.minusMonths(13));
        }
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(() -> redeem(10));
        }
        clients.add(4, this::round);

        AtOnce.run(clients);
        round();

        assertThat(points()).isZero();
    }

    @Test
    void raisesATierAtOnceAndKeepsItToTheEndOfItsPeriod() {
        sell("100.00", today.minusMonths(14));
        assertThat(tier()).isEqualTo("silver");
        sell("250.00", today.minusMonths(13));
        assertThat(tier()).isEqualTo("gold");
        sell("10.00", today.minusMonths(4));

        assertThat(tier()).isEqualTo("silver");
        JsonNode history = memberView().path("tiers");
        assertThat(history.path(0).path("reason").asString()).isIn("lapsed");
        assertThat(history.size()).isEqualTo(3);
        assertThat(changed()).contains("\"tier\":\"silver\"", "\"member_since\":\"" + today.minusMonths(14) + "\"");
    }

    @Test
    void keepsATierWhenGoodsComeBackUntilItsPeriodEnds() {
        Map<String, Object> order = order("30.00", today, 10);
        shop.post("/api/v1/orders", order);
        assertThat(tier()).isEqualTo("gold");

        takeBack(order, "10", "300.00");
        round();

        assertThat(tier()).isEqualTo("gold");
        sell("10.00", today);
        assertThat(points()).isEqualTo(40);
    }

    @Test
    void judgesOldTiersAgainByTheRound() {
        sell("300.00", today.minusMonths(13));
        assertThat(tier()).isEqualTo("gold");

        round();

        assertThat(memberView().path("tier").isNull()
                        || memberView().path("tier").isMissingNode())
                .isTrue();
        assertThat(memberView().path("tiers").path(0).path("reason").asString()).isEqualTo("lapsed");
        round();
        assertThat(memberView().path("tiers").size()).isEqualTo(2);
    }

    @Test
    void multipliesPointsByTheTierBeforeTheSale() {
        sell("300.00", today);
        assertThat(points()).isEqualTo(600);
        sell("10.00", today);
        assertThat(points()).isEqualTo(640);
    }

    @Test
    void mergesPointsAndSpendingOfDoubles() {
        define(12);
        String first = member;
        Map<String, Object> order = order("10.00", today, 4);
        shop.post("/api/v1/orders", order);
        member = "N-" + member;
        sell("70.00", today);

        assertThat(merge(first, member).status()).isEqualTo(200);
        assertThat(merge(first, member).status()).isEqualTo(200);

        assertThat(points()).isEqualTo(220);
        takeBack(order, "4", "40.00");
        assertThat(points()).isEqualTo(140);
        String last = member;
        member = first;
        sell("30.00", today);
        assertThat(points()).isEqualTo(200);
        assertThat(tier()).isEqualTo("silver");
        member = last;
        assertThat(points()).isEqualTo(200);
    }

    @Test
    void mergesADebt() {
        Map<String, Object> order = order("10.00", today, 1);
        shop.post("/api/v1/orders", order);
        redeem(20);
        takeBack(order, "1", "10.00");
        assertThat(points()).isEqualTo(-20);
        String first = member;
        member = "N-" + member;
        sell("15.00", today);

        assertThat(merge(first, member).status()).isEqualTo(200);

        assertThat(points()).isEqualTo(10);
    }

    @Test
    void losesNoPointsOfSalesThatRaceWithAMerge() {
        for (int round = 0; round < 5; round++) {
            String first = "A" + round + member;
            String other = "B" + round + member;
            shop.put("/api/v1/customers/" + first, Map.of());
            shop.put("/api/v1/customers/" + other, Map.of());
            List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Map<String, Object> order = order("1.00", today);
                order.put("customer", i % 2 == 0 ? first : other);
                clients.add(() -> shop.post("/api/v1/orders", order));
            }
            clients.add(3, () -> merge(first, other));
            clients.add(5, () -> merge(other, first));

            List<ShopHttp.Answer> answers = AtOnce.run(clients);

            assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(1);
            String one = member;
            member = first;
            assertThat(points()).isEqualTo(16);
            member = one;
            assertProof();
        }
    }

    @Test
    void spendsNothingOfOneWhoAskedToBeForgotten() {
        sell("10.00", today);
        shop.post("/api/v1/customers/" + member + "/erase", Map.of());

        sell("10.00", today);

        assertThat(redeem(1).code()).isEqualTo("unknown-member");
        assertThat(points()).isEqualTo(20);
    }

    @Test
    void pagesTheLedgerByKey() {
        for (int i = 0; i < 5; i++) {
            sell("1.00", today);
        }

        JsonNode page = shop.get("/api/v1/loyalty/members/" + member + "/points?limit=2")
                .body();
        assertThat(page.path(1).path("version").asInt()).isEqualTo(4);
        assertThat(shop.get("/api/v1/loyalty/members/" + member + "/points?limit=2&after=4")
                        .body()
                        .path(0)
                        .path("balance")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void refusesProgrammesThatMakeNoSense() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("pointsPerUnit", "-1"),
                Map.of("currency", "XXZ"),
                Map.of("expiryMonths", 0),
                Map.of("tiers", List.of(tier("a", "1"), tier("a", "2"))),
                Map.of("tiers", List.of(tier("a", "1"), tier("b", "1.0"))))) {
            Map<String, Object> body = programme(null);
            body.putAll(wrong);
            assertThat(shop.put("/api/v1/loyalty/programme", body).code())
                    .as("%s", wrong)
                    .isEqualTo("invalid-programme");
        }
    }

    @Test
    void showsADifferenceBetweenBalanceAndLedger() {
        sell("10.00", today);
        jdbc.sql("update points_account set balance = balance + 1 where customer = :customer")
                .param("customer", member)
                .update();

        JsonNode proof = shop.get("/api/v1/loyalty/proof").body();

        assertThat(proof.path("exact").asBoolean()).isFalse();
        assertThat(proof.path("differences").path(0).path("customer").asString())
                .isEqualTo(member);
        jdbc.sql("update points_account set balance = balance - 1 where customer = :customer")
                .param("customer", member)
                .update();
    }

    private void assertProof() {
        JsonNode proof = shop.get("/api/v1/loyalty/proof").body();
        assertThat(proof.path("exact").asBoolean()).as("%s", proof).isTrue();
        assertThat(proof.path("balance").asLong())
                .isEqualTo(proof.path("ledger").asLong());
    }

    private void define(@Nullable Integer expiryMonths) {
        assertThat(shop.put("/api/v1/loyalty/programme", programme(expiryMonths))
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, Object> programme(@Nullable Integer expiryMonths) {
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

    private static Map<String, Object> tier(String code, String threshold) {
        return Map.of("code", code, "threshold", threshold, "multiplier", code.equals("gold") ? "2" : "1");
    }

    private Map<String, Object> order(String price, LocalDate date) {
        return order(price, date, 1);
    }

    private Map<String, Object> order(String price, LocalDate date, int pieces) {
        String payable =
                new BigDecimal(price).multiply(BigDecimal.valueOf(pieces)).toPlainString();
        Map<String, Object> order =
                ShopHttp.order(store, List.of(ShopHttp.line("POST", Integer.toString(pieces), price)), payable);
        order.put("customer", member);
        order.put("occurredAt", date + "T12:00:00Z");
        return order;
    }

    private void sell(String price, LocalDate date) {
        assertThat(shop.post("/api/v1/orders", order(price, date)).status()).isEqualTo(201);
    }

    private void takeBack(Map<String, Object> order, String quantity, @Nullable String refund) {
        ShopHttp.Answer answer = shop.post("/api/v1/returns", returned(order, quantity, refund));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> returned(Map<String, Object> order, String quantity, @Nullable String refund) {
        Map<String, Object> sold = Objects.requireNonNull((List<Map<String, Object>>) order.get("lines")).get(0);
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

    private ShopHttp.Answer redeem(long points) {
        return shop.post("/api/v1/loyalty/redemptions", redemption(points));
    }

    private Map<String, Object> redemption(long points) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("store", store);
        body.put("customer", member);
        body.put("points", points);
        body.put("occurredAt", today + "T13:00:00Z");
        return body;
    }

    private ShopHttp.Answer merge(String one, String other) {
        return shop.post("/api/v1/customers/" + one + "/merge-into/" + other, Map.of());
    }

    private ShopHttp.Answer round() {
        return shop.post("/api/v1/loyalty/rounds", Map.of());
    }

    private JsonNode memberView() {
        return shop.get("/api/v1/loyalty/members/" + member).body();
    }

    private long points() {
        return memberView().path("points").asLong();
    }

    private String tier() {
        return memberView().path("tier").asString("");
    }

    private JsonNode ledger() {
        return shop.get("/api/v1/loyalty/members/" + member + "/points").body();
    }

    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        ledger().forEach(entry -> kinds.add(entry.path("kind").asString()));
        return kinds;
    }

    private String event() {
        return last("points_moved");
    }

    private String changed() {
        return last("customer_changed");
    }

    private String last(String type) {
        return jdbc.sql("select payload from outbox where type = :type and event_key = :key order by id desc limit 1")
                .param("type", type)
                .param("key", member)
                .query(String.class)
                .single();
    }
}
