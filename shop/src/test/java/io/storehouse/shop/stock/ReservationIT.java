package io.storehouse.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class ReservationIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReservationEnds ends;

    private ShopHttp shop;
    private String store;
    private int storeId;

    @BeforeEach
    void openStore() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        shop.goods("MUG");
        shop.receive(store, "MUG", "10");
        storeId = jdbc.sql("select id from store where code = :code")
                .param("code", store)
                .query(Integer.class)
                .single();
    }

    @Test
    void holdsWhatIsAvailableAndNoMore() {
        UUID first = reserve("6", 604_800);

        assertThat(post(UUID.randomUUID(), "5", 604_800).code()).isEqualTo("insufficient-stock");
        assertThat(figures()).isEqualTo("10.000 6.000 4.000");
        assertThat(sell("5", null).code()).isEqualTo("insufficient-stock");
        assertThat(sell("4", null).status()).isEqualTo(201);
        assertThat(sell("6", first).status()).isEqualTo(201);
        assertThat(figures()).isEqualTo("0.000 0.000 0.000");
        assertThat(kinds()).containsExactly("receipt", "reservation", "sale", "release", "sale");
    }

    @Test
    void holdsOnceWhatManyReserveAtOnce() throws Exception {
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            clients.add(() -> post(UUID.randomUUID(), "3", 604_800).status());
        }

        assertThat(AtOnce.run(clients)).filteredOn(status -> status == 201).hasSize(3);
        assertThat(figures()).isEqualTo("10.000 9.000 1.000");
    }

    @Test
    void answersAReplayAsTheFirstTime() {
        UUID id = UUID.randomUUID();
        ShopHttp.Answer first = post(id, "2", 604_800);

        assertThat(post(id, "2", 604_800).body()).isEqualTo(first.body());
        assertThat(post(id, "3", 604_800).code()).isEqualTo("idempotency-conflict");
        assertThat(figures()).isEqualTo("10.000 2.000 8.000");
    }

    @Test
    void releasesOnceHoweverOften() throws Exception {
        UUID id = reserve("6", 604_800);
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(() -> shop.send("DELETE", "/api/v1/stock/reservations/" + id, null)
                    .status());
        }

        assertThat(AtOnce.run(clients)).containsOnly(200);
        assertThat(figures()).isEqualTo("10.000 0.000 10.000");
        assertThat(sell("1", id).code()).isEqualTo("reservation-closed");
        assertThat(kinds()).containsExactly("receipt", "reservation", "release");
    }

    @Test
    void refusesToReleaseWhatAnOrderConsumed() {
        UUID id = reserve("6", 604_800);
        sell("6", id);

        ShopHttp.Answer answer = shop.send("DELETE", "/api/v1/stock/reservations/" + id, null);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("detail").asString()).contains("an order consumed it");
        assertThat(sell("1", id).code()).isEqualTo("reservation-closed");
        assertThat(sell("1", UUID.randomUUID()).code()).isEqualTo("unknown-reservation");
    }

    @Test
    void expiresByTheClock() {
        UUID id = reserve("6", 1);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(id)).isEqualTo("expired"));
        assertThat(figures()).isEqualTo("10.000 0.000 10.000");
    }

    /** Each reservation is paid for and expired in one instant: one of the two has it, and no piece is lost or held for ever. */
    @Test
    void isPaidOrExpiredButNotBoth() throws Exception {
        List<UUID> ids = new ArrayList<>();
        List<Callable<Integer>> racers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            UUID id = reserve("1", 3600);
            ids.add(id);
            jdbc.sql("update stock_reservation set expires_at = '2026-01-01' where uuid = :id")
                    .param("id", id.toString())
                    .update();
            racers.add(() -> sell("1", id).status());
            racers.add(ends::expire);
        }

        List<Integer> results = AtOnce.run(racers);

        ends.expire();
        long paid = results.stream().filter(status -> status == 201).count();
        assertThat(ids.stream().map(this::state).filter("consumed"::equals)).hasSize((int) paid);
        assertThat(ids.stream().map(this::state).filter("expired"::equals)).hasSize(10 - (int) paid);
        String left = 10 - paid + ".000";
        assertThat(figures()).isEqualTo(left + " 0.000 " + left);
        new Ledgers(jdbc).assertAddUp(storeId);
    }

    @Test
    void sellsOnceWhatTwoOrdersConsumeAtOnce() throws Exception {
        UUID id = reserve("10", 604_800);
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clients.add(() -> sell("5", id).status());
        }

        // one consumes it, and what it left free may go to none: the others name a closed reservation
        assertThat(AtOnce.run(clients)).filteredOn(status -> status == 201).hasSize(1);
        assertThat(figures()).isEqualTo("5.000 0.000 5.000");
    }

    @Test
    void acceptsWhatWasSoldOfflineAndShowsTheShortage() {
        shop.receive(store, "MUG", "2");
        reserve("10", 604_800);
        Map<String, Object> order = offline("5");

        assertThat(sell("5", null).code()).isEqualTo("insufficient-stock");
        assertThat(shop.post("/api/v1/orders", order).status()).isEqualTo(201);
        assertThat(figures()).isEqualTo("7.000 10.000 -3.000");
        assertThat(shop.post("/api/v1/orders", offline("8")).status()).isEqualTo(201);
        assertThat(figures()).isEqualTo("-1.000 10.000 -11.000");
        assertThat(sell("1", null).code()).isEqualTo("insufficient-stock");

        JsonNode shortages = shop.get("/api/v1/stock/shortages?store=" + ShopHttp.encode(store))
                .body();
        assertThat(shortages.size()).isEqualTo(2);
        assertThat(shortages.path(0).path("order").asString()).isEqualTo(order.get("id"));
        assertThat(shortages.path(0).path("quantity").asString()).isEqualTo("5.000");
        assertThat(shortages.path(0).path("lacking").asString()).isEqualTo("3.000");
        assertThat(shortages.path(1).path("lacking").asString()).isEqualTo("8.000");
        assertThat(kinds()).containsExactly("receipt", "receipt", "reservation", "shortage", "shortage");
        shop.receive(store, "MUG", "20");
        assertThat(figures()).isEqualTo("19.000 10.000 9.000");
        new Ledgers(jdbc).assertAddUp(storeId);
    }

    /** A shortage is nobody's in particular: who comes first gets what is there, and the last goes without. */
    @Test
    void sellsWhatIsReservedThoughAShortageTookSomeOfIt() {
        UUID first = reserve("6", 604_800);
        UUID last = reserve("4", 604_800);
        assertThat(shop.post("/api/v1/orders", offline("1")).status()).isEqualTo(201);
        assertThat(figures()).isEqualTo("9.000 10.000 -1.000");

        assertThat(sell("1", null).code()).isEqualTo("insufficient-stock");
        assertThat(sell("7", first).code()).isEqualTo("insufficient-stock");
        assertThat(sell("6", first).status()).isEqualTo(201);
        assertThat(figures()).isEqualTo("3.000 4.000 -1.000");
        assertThat(sell("4", last).code()).isEqualTo("insufficient-stock");
        assertThat(sell("3", last).status()).isEqualTo(201);
        assertThat(figures()).isEqualTo("0.000 0.000 0.000");
        new Ledgers(jdbc).assertAddUp(storeId);
    }

    @Test
    void sellsOfflineWhatStockCoversWithoutAShortage() {
        assertThat(shop.post("/api/v1/orders", offline("10")).status()).isEqualTo(201);

        assertThat(kinds()).containsExactly("receipt", "sale");
        assertThat(shop.get("/api/v1/stock/shortages?store=" + ShopHttp.encode(store))
                        .body())
                .isEmpty();
    }

    @Test
    void keepsAReservationOfAnotherStoreClosed() {
        UUID id = reserve("6", 604_800);
        String other = "Other " + UUID.randomUUID();
        shop.store(other);
        ShopHttp till = new ShopHttp(
                port,
                shop.post("/api/v1/tills", Map.of("store", other, "code", "T1"))
                        .body()
                        .path("token")
                        .asString());
        shop.receive(other, "MUG", "10");
        Map<String, Object> order = ShopHttp.order(other, List.of(ShopHttp.line("MUG", "1", "1")), "1");
        order.put("reservationId", id);

        assertThat(till.post("/api/v1/orders", order).code()).isEqualTo("unknown-reservation");
        assertThat(till.get("/api/v1/stock/reservations/" + id).status()).isEqualTo(403);
        assertThat(figures()).isEqualTo("10.000 6.000 4.000");
    }

    private Map<String, Object> offline(String quantity) {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", quantity, "1")), quantity);
        order.put("offline", true);
        return order;
    }

    private ShopHttp.Answer sell(String quantity, @Nullable UUID reservation) {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", quantity, "1")), quantity);
        order.put("reservationId", reservation);
        return shop.post("/api/v1/orders", order);
    }

    private UUID reserve(String quantity, int seconds) {
        UUID id = UUID.randomUUID();
        assertThat(post(id, quantity, seconds).status()).isEqualTo(201);
        return id;
    }

    private ShopHttp.Answer post(UUID id, String quantity, int seconds) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("reference", "basket");
        body.put("store", store);
        body.put("occurredAt", "2026-03-02T10:00:00Z");
        body.put("ttlSeconds", seconds);
        body.put("lines", List.of(Map.of("sku", "mug", "quantity", quantity)));
        return shop.post("/api/v1/stock/reservations", body);
    }

    private String state(UUID id) {
        return shop.get("/api/v1/stock/reservations/" + id).body().path("state").asString();
    }

    private List<String> kinds() {
        return jdbc.sql("select kind from stock_move where store_id = :store order by version")
                .param("store", storeId)
                .query(String.class)
                .list();
    }

    private String figures() {
        JsonNode balance =
                shop.get("/api/v1/stock?store=" + ShopHttp.encode(store)).body().path(0);
        return String.join(
                " ",
                balance.path("onHand").asString(),
                balance.path("reserved").asString(),
                balance.path("available").asString());
    }
}
