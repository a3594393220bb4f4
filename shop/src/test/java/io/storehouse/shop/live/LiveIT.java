package io.storehouse.shop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.storehouse.contracts.LiveKeys;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class LiveIT {
    private static final LiveKeys KEYS = new LiveKeys("v1");
    private static final String DAY = "2031-03-02";
    private static final String DAY_BEFORE = "2031-02-28";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private RedisClient client;
    private RedisCommands<String, String> redis;
    private ShopHttp shop;

    @BeforeEach
    void fillTheView() {
        client = RedisClient.create(RealEngines.REDIS.uri());
        redis = client.connect().sync();
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        shop.store("Leeds");
        redis.zadd(KEYS.dates(), 20310302, DAY);
        redis.zadd(KEYS.dates(), 20310228, DAY_BEFORE);
        redis.sadd(KEYS.storesOf(DAY), "Leeds", "York");
        redis.sadd(KEYS.storesOf(DAY_BEFORE), "Leeds");
        day("Leeds", 2, "30.0000");
        day("York", 1, "12.5000");
        redis.hset(
                KEYS.minutes("Leeds", DAY),
                Map.of("08:26", "1,-1,-1,-1|{\"net\":\"10.0000\"}", "09:00", "1,-1,-1,-1|{\"net\":\"20.0000\"}"));
        redis.hset(KEYS.minutes("York", DAY), "08:26", "1,-1,-1,-1|{\"net\":\"12.5000\"}");
        redis.hset(KEYS.minutes("Leeds", DAY_BEFORE), "10:00", "1,-1,-1,-1|{\"net\":\"5.0000\"}");
        redis.hset(
                KEYS.topSkus(DAY),
                Map.of(
                        "cut",
                        "1,-1,-1,-1",
                        "value",
                        "{\"skus\":[{\"sku\":\"MUG\",\"name\":\"Mug\",\"units\":\"3.000\",\"net\":\"30.0000\"}]}"));
        redis.hset(
                KEYS.ticker(),
                Map.of(
                        "cut",
                        "1,-1,-1,-1",
                        "value",
                        "{\"orders\":[{\"id\":\"x\",\"no\":\"N1\",\"kind\":\"sale\",\"store\":\"Leeds\",\"business_date\":\""
                                + DAY + "\",\"recorded_at\":\"" + Instant.now()
                                + "\",\"amount\":\"30.0000\",\"lines\":2}]}"));
    }

    @AfterEach
    void emptyTheView() {
        redis.flushdb();
        client.shutdown();
    }

    @Test
    void showsTheLatestBusinessDate() {
        JsonNode live = shop.get("/api/v1/live").body();

        assertThat(live.path("businessDate").asString()).isEqualTo(DAY);
        assertThat(live.path("isToday").asBoolean()).isFalse();
        assertThat(live.path("currency").asString()).isEqualTo("GBP");
        assertThat(live.path("net").asString()).isEqualTo("42.5000");
        assertThat(live.path("orders").asInt()).isEqualTo(3);
        assertThat(live.path("aov").asString()).isEqualTo("14.17");
        assertThat(live.path("curve").toString())
                .isEqualTo("[{\"time\":\"08:26\",\"net\":\"22.5000\"},{\"time\":\"09:00\",\"net\":\"42.5000\"}]");
        assertThat(live.path("previous").path("businessDate").asString()).isEqualTo(DAY_BEFORE);
        assertThat(live.path("stores").path(0).path("code").asString()).isEqualTo("Leeds");
        assertThat(live.path("topSkus").path(0).path("sku").asString()).isEqualTo("MUG");
        assertThat(live.path("ticker").path(0).path("number").asString()).isEqualTo("N1");
        assertThat(live.path("stale").asBoolean()).isFalse();
        assertThat(shop.get("/api/v1/live/figures").body().path("figures").size())
                .isEqualTo(2);
    }

    @Test
    void pushesWhatChangesAndPulsesWhileWatched() {
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<HttpResponse<Stream<String>>> watching = watch(lines);
        await().until(() -> data(lines).anyMatch(json -> json.contains("\"net\":\"42.5000\"")));

        day("York", 2, "20.0000");
        redis.publish(KEYS.changes(), KEYS.day("York", DAY));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> data(lines).anyMatch(json -> json.contains("\"net\":\"50.0000\"")));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc.sql("select count(*) from outbox where topic = 'storehouse.pulse'")
                                .query(Long.class)
                                .single()
                        > 0);
        assertThat(lines).anyMatch(line -> line.equals("event:live"));
        watching.cancel(true);
    }

    @Test
    void outlivesDamagedFiguresAndNamesThem() {
        redis.hset(KEYS.day("York", DAY), "value", "{\"orders\":1,\"net\":\"1e600000000\"}");
        redis.hset(KEYS.ticker(), "value", "not JSON");
        redis.hset(KEYS.pulse(), "value", "{\"recorded_at\":\"yesterday\"}");
        redis.hset(KEYS.minutes("York", DAY), "08:26", "1,-1,-1,-1|{\"net\":\"many\"}");
        redis.del(KEYS.topSkus(DAY));
        redis.set(KEYS.topSkus(DAY), "no hash");
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<HttpResponse<Stream<String>>> watching = watch(lines);
        await().until(() -> data(lines).anyMatch(json -> json.contains("\"net\":\"30.0000\"")));

        assertThat(shop.get("/api/v1/live").body().path("net").asString()).isEqualTo("30.0000");
        ShopHttp.Answer figures = shop.get("/api/v1/live/figures");
        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.body()
                        .path("figures")
                        .valueStream()
                        .filter(figure -> figure.path("unreadable").asBoolean()))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.path("store").asString()).isEqualTo("York");
                    assertThat(figure.path("cut").asString()).isEqualTo("1,-1,-1,-1");
                    assertThat(figure.path("net").asString()).isEqualTo("0.0000");
                });

        day("York", 1, "12.5000");
        redis.publish(KEYS.changes(), KEYS.day("York", DAY));
        await().until(() -> data(lines).anyMatch(json -> json.contains("\"net\":\"42.5000\"")));
        redis.hset(KEYS.day("York", DAY), "cut", "a cut");
        assertThat(shop.get("/api/v1/live/figures").raw().body()).contains("\"cut\":\"-1,-1,-1,-1\"");
        watching.cancel(true);
    }

    @Test
    void endsTheStreamAtLogout() {
        ShopHttp browser = new ShopHttp(port, null);
        Map<String, String> cookies = browser
                .send("POST", "/api/v1/session", Map.of("username", "owner", "password", RealEngines.OWNER_PASSWORD))
                .raw()
                .headers()
                .allValues("Set-Cookie")
                .stream()
                .map(header -> header.split(";", 2)[0].split("=", 2))
                .filter(pair -> !pair[1].isEmpty())
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
        String cookie = cookies.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> ended = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/live/events"))
                                .header("Cookie", cookie)
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .thenAcceptAsync(answer -> answer.body().forEach(lines::add));
        await().until(() -> data(lines).findAny().isPresent());

        browser.send(
                "DELETE",
                "/api/v1/session",
                null,
                "Cookie",
                cookie,
                "X-XSRF-TOKEN",
                String.valueOf(cookies.get("XSRF-TOKEN")));

        await().until(ended::isDone);
    }

    private Stream<String> data(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("data:"));
    }

    private CompletableFuture<HttpResponse<Stream<String>>> watch(List<String> lines) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/live/events"))
                .header("Authorization", "Bearer " + RealEngines.SERVICE_TOKEN)
                .build();
        CompletableFuture<HttpResponse<Stream<String>>> response =
                HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        response.thenAcceptAsync(answer -> answer.body().forEach(lines::add));
        return response;
    }

    private void day(String store, int orders, String net) {
        redis.hset(
                KEYS.day(store, DAY),
                Map.of(
                        "cut",
                        "1,-1,-1,-1",
                        "value",
                        "{\"orders\":" + orders + ",\"returns\":0,\"lines\":1,\"units\":\"1.000\",\"gross\":\"" + net
                                + "\",\"discount\":\"0.0000\",\"returned\":\"0.0000\",\"net\":\"" + net
                                + "\",\"recorded_at\":\"" + Instant.now() + "\"}"));
    }
}
