package io.storehouse.shop.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ShopTest
class TiersIT extends OfMembers {
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
    void raisesATierAtOnceAndKeepsItToTheEndOfItsPeriod() {
        sell("100.00", today.minusMonths(14));
        assertThat(tier()).isEqualTo("silver");
        sell("250.00", today.minusMonths(13));
        assertThat(tier()).isEqualTo("gold");
        sell("150.00", today.minusMonths(4));
        assertThat(tier()).isEqualTo("gold");
        sell("10.00", today);

        assertThat(tier()).isEqualTo("silver");
        JsonNode history = memberView().path("tiers");
        assertThat(history.path(0).path("reason").asString()).isEqualTo("lapsed");
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
    void earnsWhenACardPaysAndNotWhenItIsSold() {
        String code = shop.post("/api/v1/gift-cards/codes", Map.of("count", 1))
                .body()
                .path(0)
                .asString();
        Map<String, Object> gift = new LinkedHashMap<>(ShopHttp.line("POST", "1", "90"));
        gift.put("giftCard", code);
        Map<String, Object> sale = order("20", today);
        sale.put("lines", List.of(ShopHttp.line("POST", "1", "20"), gift));
        sale.put("payments", List.of(Map.of("id", UUID.randomUUID(), "tender", "card", "amount", "110")));
        ShopHttp.Answer sold = shop.post("/api/v1/orders", sale);
        assertThat(sold.status()).as(sold.raw().body()).isEqualTo(201);

        assertThat(points()).isEqualTo(40);
        assertThat(memberView().path("tier").isNull()).isTrue();

        Map<String, Object> back = returned(sale, "1", "90");
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line("POST", "1", "90"));
        line.put("orderLineNo", 2);
        line.put("reason", "not wanted");
        back.put("lines", List.of(line));
        ShopHttp.Answer taken = shop.post("/api/v1/returns", back);
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(201);
        assertThat(points()).isEqualTo(40);

        sell("80.00", today);
        assertThat(points()).isEqualTo(200);
        assertThat(tier()).isEqualTo("silver");
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
}
