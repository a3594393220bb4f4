package io.storehouse.shop.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ShopTest
class LoyaltyIT extends OfMembers {
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
        Map<String, Object> order = order("1.00", today, 10);
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
}
