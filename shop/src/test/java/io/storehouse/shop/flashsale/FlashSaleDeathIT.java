package io.storehouse.shop.flashsale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.storehouse.engines.LocalEngines;
import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopApplication;
import io.storehouse.shop.ShopHttp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever dies in the middle of a flash sale, the sale comes out exact. The engines are this test's own. */
class FlashSaleDeathIT {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String GROUP = "storehouse-flash-claims";

    @TempDir
    static Path directory;

    private static LocalEngines engines;
    private static LocalEngines.RunningMariaDb database;
    private static LocalEngines.RunningRedis redis;
    private static LocalEngines.RunningKafka kafka;

    /** Outlives the disasters of several tests, as a shop's process does. */
    private static ConfigurableApplicationContext context;

    private FlashStore shop;

    @BeforeAll
    static void startEngines() {
        engines = LocalEngines.in(directory);
        database = engines.startMariaDb();
        redis = engines.startRedis();
        kafka = engines.startKafka();
        context = started();
    }

    @AfterAll
    static void stopEngines() {
        context.close();
        engines.close();
    }

    @Test
    void survivesTheDeathOfRedis() {
        UUID sale = shop.sale(100, HOUR);

        Map<UUID, String> accepted = rush(sale, 300, () -> {
            redis.process().kill();
            redis.process().start();
        });

        assertSold(sale, accepted, 100);
    }

    @Test
    void survivesTheDeathOfKafka() {
        UUID sale = shop.sale(100, HOUR);

        Map<UUID, String> accepted = rush(sale, 300, () -> {
            kafka.process().kill();
            kafka.process().start();
        });

        assertSold(sale, accepted, 100);
    }

    @Test
    void survivesTheDeathOfTheDatabase() {
        UUID sale = shop.sale(100, HOUR);

        Map<UUID, String> accepted = rush(sale, 300, () -> {
            database.process().kill();
            database.process().start();
        });

        assertSold(sale, accepted, 100);
    }

    @Test
    void settlesAClaimWhoseProcessDiedBeforeItReachedTheQueue() {
        UUID sale = shop.sale(1, HOUR);
        String buyer = shop.buyers(1).get(0);
        UUID claim = UUID.randomUUID();
        assertThat(context.getBean(ClaimGate.class).claim(sale, claim, buyer, Instant.now()))
                .isEqualTo(ClaimGate.Verdict.CLAIMED);
        assertThat(shop.poll(sale, claim).body().path("state").asString()).isEqualTo("pending");
        context.close();

        startShop();
        FlashStore again = shop.at(port(), jdbc());

        again.awaitState(sale, claim, "won");
        again.assertExact(sale);
    }

    @Test
    void settlesOnceWhatIsReadAgainBecauseItsOffsetWasNotCommitted() throws Exception {
        UUID sale = shop.sale(100, HOUR);
        Map<UUID, String> accepted = rush(sale, 150, () -> {});
        assertSold(sale, accepted, 100);
        long rows = rows(sale);
        context.close();
        rewind();

        startShop();
        FlashStore again = shop.at(port(), jdbc());
        UUID other = UUID.randomUUID();
        assertThat(again.define(other, again.definition(1, HOUR)).status()).isEqualTo(200);
        UUID last = UUID.randomUUID();
        assertThat(again.claimPatiently(other, last, again.buyers(1).get(0)).status())
                .isEqualTo(202);
        again.awaitState(other, last, "won");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> context.getBean(ClaimQueue.class)
                        .settledTo(context.getBean(ClaimQueue.class).ends()));

        assertThat(rows(sale)).isEqualTo(rows);
        again.assertExact(sale);
    }

    @Test
    void forgetsWhatAnOlderRunOfRedisLeftBehind() {
        UUID sale = shop.sale(10, HOUR);
        List<String> buyers = shop.buyers(20);
        UUID claim = UUID.randomUUID();
        shop.claimPatiently(sale, claim, buyers.get(0));
        shop.awaitState(sale, claim, "won");
        var template = context.getBean(org.springframework.data.redis.core.StringRedisTemplate.class);
        List<String> keys = ClaimGate.keys(sale);
        template.delete(keys.subList(1, 4));
        template.opsForHash().putAll(keys.get(0), Map.of("remaining", "10", "server", "another run"));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> "9".equals(template.opsForHash().get(keys.get(0), "remaining")));

        assertThat(shop.claim(sale, UUID.randomUUID(), buyers.get(0)).code()).isEqualTo("flash-sale-already-claimed");
        assertThat(shop.claim(sale, claim, buyers.get(0)).status()).isEqualTo(202);
    }

    @Test
    void startsAndSellsWithoutKafkaAndRedisAndTakesClaimsWhenTheyAreBack() {
        context.close();
        kafka.process().kill();
        redis.process().kill();
        UUID sale;
        String buyer;
        try {
            startShop();
            shop = new FlashStore(port(), jdbc(), 150);
            sale = shop.sale(5, HOUR);
            buyer = shop.buyers(1).get(0);
            assertThat(shop.claim(sale, UUID.randomUUID(), buyer).code()).isEqualTo("flash-sale-away");
            Map<String, Object> order = ShopHttp.order(shop.store, List.of(ShopHttp.line(shop.sku, "1", "10")), "10");
            assertThat(shop.till.post("/api/v1/orders", order).status()).isEqualTo(201);
            redis.process().start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            shop.claim(sale, UUID.randomUUID(), buyer).code().equals("flash-sale-preparing"));
        } finally {
            if (!redis.process().isAlive()) {
                redis.process().start();
            }
            kafka.process().start();
        }
        UUID claim = UUID.randomUUID();
        assertThat(shop.claimPatiently(sale, claim, buyer).status()).isEqualTo(202);
        shop.awaitState(sale, claim, "won");
        shop.assertExact(sale);
    }

    /** Everybody claims until he is told for good, each with one id; the disaster comes when a third were answered. */
    private Map<UUID, String> rush(UUID sale, int people, Runnable disaster) {
        List<String> buyers = shop.buyers(people);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        Map<UUID, String> accepted = new ConcurrentHashMap<>();
        AtOnce.run(33, client -> {
            if (client == 0) {
                await().pollInterval(Duration.ofMillis(2)).until(() -> answered.get() >= 30);
                disaster.run();
                return client;
            }
            for (int i = next.getAndIncrement(); i < people; i = next.getAndIncrement()) {
                UUID claim = UUID.randomUUID();
                ShopHttp.Answer answer = shop.claimPatiently(sale, claim, buyers.get(i));
                answered.incrementAndGet();
                if (answer.status() == 202) {
                    accepted.put(claim, buyers.get(i));
                } else {
                    assertThat(answer.code()).isEqualTo("flash-sale-sold-out");
                }
            }
            return client;
        });
        return accepted;
    }

    /** No unit too many, none too few, one a person, and everybody who was told "accepted" learns what came of it. */
    private void assertSold(UUID sale, Map<UUID, String> accepted, int units) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> accepted.keySet().stream()
                        .noneMatch(claim -> Set.of("pending", "")
                                .contains(shop.poll(sale, claim)
                                        .body()
                                        .path("state")
                                        .asString(""))));
        List<String> buyers = shop.buyers(units);
        Instant until = Instant.now().plusSeconds(60);
        for (int i = 0; i < units && Instant.now().isBefore(until); i++) {
            if (shop.claimPatiently(sale, UUID.randomUUID(), buyers.get(i))
                    .code()
                    .equals("flash-sale-sold-out")) {
                break;
            }
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> shop.count(sale, "won") == units);
        shop.assertExact(sale);
    }

    @BeforeEach
    void openShop() {
        shop = new FlashStore(port(), jdbc(), 150);
    }

    private static void startShop() {
        context = started();
    }

    private static ConfigurableApplicationContext started() {
        Map<String, Object> properties = new HashMap<>(RealEngines.settings(database, redis, kafka, directory));
        properties.put("storehouse.flash-sale.resend-after", "7s");
        return new SpringApplicationBuilder(ShopApplication.class)
                .initializers(starting -> starting.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("own-engines", properties)))
                .run();
    }

    private int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    private long rows(UUID sale) {
        return jdbc().sql(
                        "select count(*) from flash_claim c join flash_sale f on f.id = c.sale_id where f.uuid = :sale")
                .param("sale", sale.toString())
                .query(Long.class)
                .single();
    }

    /** As if no offset had ever been committed. */
    private static void rewind() throws Exception {
        Map<String, Object> properties = Map.of("bootstrap.servers", kafka.bootstrap());
        try (Admin admin = Admin.create(properties)) {
            Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
            admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet()
                    .forEach(partition -> start.put(partition, new OffsetAndMetadata(0)));
            assertThat(start).isNotEmpty();
            admin.alterConsumerGroupOffsets(GROUP, start).all().get();
        }
    }
}
