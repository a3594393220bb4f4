package io.storehouse.shop.flashsale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ShopTest
@TestPropertySource(properties = "storehouse.flash-sale.end-after=1s")
class FlashSaleIT {
    private static final Duration HOUR = Duration.ofHours(1);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StringRedisTemplate redis;

    private FlashStore shop;

    @BeforeEach
    void openStore() {
        shop = new FlashStore(port, jdbc, 150);
    }

    @Test
    void sellsEachUnitOnceToAThousandBuyersWhileTillsSellTheRest() {
        UUID sale = shop.sale(100, HOUR);
        List<String> buyers = shop.buyers(1000);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger soldAtTills = new AtomicInteger();
        ConcurrentLinkedQueue<UUID> accepted = new ConcurrentLinkedQueue<>();

        AtOnce.run(72, client -> {
            if (client >= 64) {
                for (int i = 0; i < 10; i++) {
                    Map<String, Object> order =
                            ShopHttp.order(shop.store, List.of(ShopHttp.line(shop.sku, "1", "10")), "10");
                    soldAtTills.addAndGet(
                            shop.till.post("/api/v1/orders", order).status() == 201 ? 1 : 0);
                }
                return client;
            }
            for (int buyer = next.getAndIncrement(); buyer < 2000; buyer = next.getAndIncrement()) {
                UUID claim = UUID.randomUUID();
                if (shop.claimPatiently(sale, claim, buyers.get(buyer % 1000)).status() == 202) {
                    accepted.add(claim);
                }
            }
            return client;
        });

        assertThat(accepted).hasSize(100);
        accepted.forEach(claim -> shop.awaitState(sale, claim, "won"));
        assertThat(shop.count(sale, "won")).isEqualTo(100);
        assertThat(soldAtTills).hasValue(50);
        assertThat(shop.available()).isEqualByComparingTo("0");
        shop.assertExact(sale);
        assertThat(shop.claim(sale, UUID.randomUUID(), shop.buyers(1).get(0)).code())
                .isEqualTo("flash-sale-sold-out");
    }

    @Test
    void givesOneUnitToABuyerWhoClaimsFromManyPlacesAtOnce() {
        UUID sale = shop.sale(50, HOUR);
        String buyer = shop.buyers(1).get(0);
        UUID same = UUID.randomUUID();

        List<ShopHttp.Answer> replays = AtOnce.run(16, client -> shop.claimPatiently(sale, same, buyer));
        List<ShopHttp.Answer> doubles = AtOnce.run(64, client -> shop.claimPatiently(sale, UUID.randomUUID(), buyer));

        assertThat(replays).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        assertThat(replays)
                .extracting(answer -> answer.body().toString())
                .containsOnly(replays.get(0).body().toString());
        assertThat(doubles).allSatisfy(answer -> assertThat(answer.code()).isEqualTo("flash-sale-already-claimed"));
        shop.awaitState(sale, same, "won");
        assertThat(shop.count(sale, "won,lost")).isEqualTo(1);
        shop.assertExact(sale);
    }

    @Test
    void saysWhyNothingCanBeClaimed() {
        String buyer = shop.buyers(1).get(0);
        UUID claim = UUID.randomUUID();
        Map<String, Object> later = shop.definition(10, HOUR);
        later.put("from", Instant.now().plusSeconds(600).toString());
        UUID early = UUID.randomUUID();
        assertThat(shop.define(early, later).status()).isEqualTo(200);
        assertThat(shop.define(early, later).body().path("version").asInt()).isEqualTo(1);
        assertThat(shop.claim(early, claim, buyer).code()).isEqualTo("flash-sale-not-open");

        later.put("quota", 5);
        assertThat(shop.define(early, later).body().path("version").asInt()).isEqualTo(2);
        assertThat(shop.available()).isEqualByComparingTo("145");
        later.put("quota", 500);
        assertThat(shop.define(early, later).code()).isEqualTo("insufficient-stock");
        assertThat(shop.available()).isEqualByComparingTo("145");

        UUID open = shop.sale(1, HOUR);
        assertThat(shop.define(open, later).code()).isEqualTo("flash-sale-fixed");
        assertThat(shop.claim(open, claim, buyer).status()).isEqualTo(202);
        assertThat(shop.claim(open, claim, "somebody").code()).isEqualTo("idempotency-conflict");
        assertThat(shop.claim(open, UUID.randomUUID(), "somebody").code()).isEqualTo("flash-sale-sold-out");
        assertThat(shop.claim(UUID.randomUUID(), claim, buyer).code()).isEqualTo("flash-sale-not-found");
        assertThat(shop.poll(open, UUID.randomUUID()).code()).isEqualTo("flash-claim-not-found");
    }

    @Test
    void givesTheUnitOfAnUnknownBuyerToTheNext() {
        UUID sale = shop.sale(1, HOUR);
        UUID unknown = UUID.randomUUID();
        assertThat(shop.claim(sale, unknown, "nobody-" + unknown).status()).isEqualTo(202);
        shop.awaitState(sale, unknown, "lost");
        assertThat(shop.poll(sale, unknown).body().path("reason").asString()).isEqualTo("unknown-customer");

        String buyer = shop.buyers(1).get(0);
        UUID claim = UUID.randomUUID();
        await().until(() -> shop.claim(sale, claim, buyer).status() == 202);
        shop.awaitState(sale, claim, "won");
        shop.assertExact(sale);
    }

    /** A client that uses one id for all it does must not stop the queue for everybody. */
    @Test
    void losesAClaimWhoseIdIsAReservationsAndSettlesTheNext() {
        UUID sale = shop.sale(2, HOUR);
        List<String> buyers = shop.buyers(2);
        UUID taken = UUID.randomUUID();
        assertThat(shop.till
                        .post(
                                "/api/v1/stock/reservations",
                                Map.of(
                                        "id",
                                        taken,
                                        "reference",
                                        "cart",
                                        "store",
                                        shop.store,
                                        "occurredAt",
                                        Instant.now().toString(),
                                        "ttlSeconds",
                                        600,
                                        "lines",
                                        List.of(Map.of("sku", shop.sku, "quantity", "1"))))
                        .status())
                .isEqualTo(201);

        assertThat(shop.claimPatiently(sale, taken, buyers.get(0)).status()).isEqualTo(202);
        shop.awaitState(sale, taken, "lost");
        assertThat(shop.poll(sale, taken).body().path("reason").asString()).isEqualTo("id-taken");

        for (String buyer : buyers) {
            UUID claim = UUID.randomUUID();
            assertThat(shop.claimPatiently(sale, claim, buyer).status()).isEqualTo(202);
            shop.awaitState(sale, claim, "won");
        }
        shop.assertExact(sale);
    }

    @Test
    void givesBackTheUnitOfAClaimThatStandsForOneOfAnotherSale() {
        UUID one = shop.sale(1, HOUR);
        UUID other = shop.sale(1, HOUR);
        List<String> buyers = shop.buyers(2);
        UUID claim = UUID.randomUUID();
        assertThat(shop.claimPatiently(one, claim, buyers.get(0)).status()).isEqualTo(202);
        shop.awaitState(one, claim, "won");

        assertThat(shop.claimPatiently(other, claim, buyers.get(0)).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(shop.poll(other, claim).code()).isEqualTo("idempotency-conflict"));
        UUID next = UUID.randomUUID();
        assertThat(shop.claimPatiently(other, next, buyers.get(0)).status()).isEqualTo(202);

        shop.awaitState(other, next, "won");
        shop.assertExact(one);
        shop.assertExact(other);
    }

    @Test
    void keepsWhatWasWonForItsWinner() {
        UUID sale = shop.sale(1, HOUR);
        List<String> buyers = shop.buyers(2);
        UUID claim = UUID.randomUUID();
        shop.claimPatiently(sale, claim, buyers.get(0));
        shop.awaitState(sale, claim, "won");

        assertThat(shop.till
                        .send("DELETE", "/api/v1/stock/reservations/" + claim, null)
                        .code())
                .isEqualTo("reservation-held");
        Map<String, Object> others = shop.order(claim, buyers.get(1), "10");
        others.remove("pricing");
        others.put("offline", true);
        assertThat(shop.till.post("/api/v1/orders", others).status()).isEqualTo(201);

        assertThat(shop.till
                        .post("/api/v1/orders", shop.order(claim, buyers.get(0), "1.25"))
                        .status())
                .isEqualTo(201);
        assertThat(shop.poll(sale, claim).body().path("state").asString()).isEqualTo("paid");
        shop.assertExact(sale);
    }

    @Test
    void sellsWhatWasWonAtTheFlashPriceToWhoWonIt() {
        UUID sale = shop.sale(2, HOUR);
        List<String> buyers = shop.buyers(2);
        UUID claim = UUID.randomUUID();
        shop.claimPatiently(sale, claim, buyers.get(0));
        shop.awaitState(sale, claim, "won");

        assertThat(shop.till
                        .post("/api/v1/orders", shop.order(claim, buyers.get(1), "1.25"))
                        .code())
                .isEqualTo("flash-claim-not-payable");
        Map<String, Object> unpriced = shop.order(claim, buyers.get(0), "10");
        unpriced.remove("pricing");
        assertThat(shop.till.post("/api/v1/orders", unpriced).code()).isEqualTo("flash-claim-not-payable");
        assertThat(shop.till
                        .post("/api/v1/orders", shop.order(claim, buyers.get(0), "10"))
                        .code())
                .isEqualTo("price-changed");

        List<ShopHttp.Answer> paid =
                AtOnce.run(8, client -> shop.till.post("/api/v1/orders", shop.order(claim, buyers.get(0), "1.25")));

        assertThat(paid).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(paid)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isIn("flash-claim-not-payable", "price-changed"));
        ShopHttp.Answer poll = shop.poll(sale, claim);
        assertThat(poll.body().path("state").asString()).isEqualTo("paid");
        ShopHttp.Answer order =
                shop.till.get("/api/v1/orders/" + poll.body().path("orderId").asString());
        assertThat(new BigDecimal(order.body().path("payable").asString())).isEqualByComparingTo("1.25");
        assertThat(order.body().path("lines").path(0).path("trail").toString())
                .contains("\"flash_price\"", "flash-sale " + sale);
        assertThat(shop.available()).isEqualByComparingTo("148");
        shop.assertExact(sale);
    }

    @Test
    void givesWhatWasNotPaidInTimeToTheNextBuyer() {
        UUID sale = shop.sale(1, Duration.ofSeconds(1));
        List<String> buyers = shop.buyers(2);
        UUID first = UUID.randomUUID();
        shop.claimPatiently(sale, first, buyers.get(0));
        shop.awaitState(sale, first, "expired");
        shop.assertExact(sale);

        UUID second = UUID.randomUUID();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.claim(sale, second, buyers.get(1)).status() == 202);
        assertThat(shop.claim(sale, UUID.randomUUID(), buyers.get(0)).code()).isIn("flash-sale-already-claimed");
        assertThat(shop.till
                        .post("/api/v1/orders", shop.order(first, buyers.get(0), "1.25"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void paysOrExpiresButNeverBoth() {
        UUID sale = shop.sale(20, Duration.ofSeconds(2));
        List<String> buyers = shop.buyers(20);
        List<UUID> claims = AtOnce.run(20, client -> {
            UUID claim = UUID.randomUUID();
            assertThat(shop.claimPatiently(sale, claim, buyers.get(client)).status())
                    .isEqualTo(202);
            return claim;
        });
        claims.forEach(claim -> await().until(() ->
                !shop.poll(sale, claim).body().path("state").asString().equals("pending")));

        List<Boolean> paid = AtOnce.run(20, client -> {
            Instant until = Instant.now().plusSeconds(4);
            LockSupport.parkUntil(until.minusMillis(150L * client).toEpochMilli());
            return shop.till
                            .post("/api/v1/orders", shop.order(claims.get(client), buyers.get(client), "1.25"))
                            .status()
                    == 201;
        });

        await().atMost(Duration.ofSeconds(20)).until(() -> shop.count(sale, "won") == 0);
        assertThat(shop.count(sale, "paid"))
                .isEqualTo(paid.stream().filter(done -> done).count());
        assertThat(shop.count(sale, "paid,expired")).isEqualTo(20);
        shop.assertExact(sale);
    }

    @Test
    void givesTheRestBackWhenItIsCancelledAndLeavesTheWinnersTheirs() {
        UUID sale = shop.sale(100, HOUR);
        String buyer = shop.buyers(1).get(0);
        UUID claim = UUID.randomUUID();
        shop.claimPatiently(sale, claim, buyer);
        shop.awaitState(sale, claim, "won");
        assertThat(shop.available()).isEqualByComparingTo("50");

        ShopHttp.Answer cancelled = shop.shop.post("/api/v1/flash-sales/" + sale + "/cancel", Map.of());

        assertThat(cancelled.body().path("state").asString()).isEqualTo("cancelled");
        assertThat(shop.shop
                        .post("/api/v1/flash-sales/" + sale + "/cancel", Map.of())
                        .body())
                .isEqualTo(cancelled.body());
        assertThat(shop.available()).isEqualByComparingTo("149");
        assertThat(shop.claim(sale, UUID.randomUUID(), "somebody").code()).isEqualTo("flash-sale-over");
        redis.delete(ClaimGate.keys(sale));
        assertThat(shop.claim(sale, claim, buyer).status()).as("Redis forgot").isEqualTo(202);
        assertThat(shop.claim(sale, UUID.randomUUID(), buyer).code()).isEqualTo("flash-sale-over");
        assertThat(shop.till
                        .post("/api/v1/orders", shop.order(claim, buyer, "1.25"))
                        .status())
                .isEqualTo(201);
        assertThat(jdbc.sql("select count(*) from outbox where event_key = :sale and type = 'flash_sale_changed'")
                        .param("sale", sale.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = :sale")
                        .param("sale", sale.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void endsWhenItsTimeIsOverAndEverythingIsSettled() {
        Map<String, Object> brief = shop.definition(10, Duration.ofSeconds(1));
        brief.put("until", Instant.now().plusSeconds(3).toString());
        UUID sale = UUID.randomUUID();
        assertThat(shop.define(sale, brief).status()).isEqualTo(200);
        UUID claim = UUID.randomUUID();
        assertThat(shop.claim(sale, claim, shop.buyers(1).get(0)).status()).isEqualTo(202);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.shop
                        .get("/api/v1/flash-sales/" + sale)
                        .body()
                        .path("state")
                        .asString()
                        .equals("ended"));

        shop.awaitState(sale, claim, "expired");
        await().untilAsserted(() -> assertThat(shop.available()).isEqualByComparingTo(new BigDecimal("150")));
        assertThat(shop.claim(sale, UUID.randomUUID(), "somebody").code()).isEqualTo("flash-sale-over");
        await().untilAsserted(() -> assertThat(ClaimGate.keys(sale))
                .filteredOn(redis::hasKey)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(redis.getExpire(key)).isPositive()));
    }

    @Test
    void findsWhatTheClockworkLooksForByAnIndex() {
        for (String sql : List.of(
                ClaimTable.UNTOLD.replace(":limit", "500"),
                ClaimTable.DUE.replace(":limit", "500").replace(":now", "utc_timestamp(6)"),
                FlashSaleTable.SELECT + "where f.state = 'open' order by f.id")) {
            assertThat(jdbc.sql("explain " + sql).query().listOfRows())
                    .as(sql)
                    .filteredOn(row -> "c".equals(row.get("table")) || "f".equals(row.get("table")))
                    .allSatisfy(row -> assertThat(row.get("possible_keys")).isNotNull());
        }
    }
}
