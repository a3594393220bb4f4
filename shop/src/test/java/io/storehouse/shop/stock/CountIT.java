package io.storehouse.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
class CountIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String store;
    private UUID count;

    @BeforeEach
    void openCount() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        shop.goods("MUG");
        shop.goods("CUP");
        shop.receive(store, "MUG", "10");
        count = open();
    }

    @AfterEach
    void assertAddsUp() {
        new Ledgers(jdbc)
                .assertAddUp(jdbc.sql("select id from store where code = :code")
                        .param("code", store)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void correctsTheBooksToWhatWasCounted() {
        assertThat(enter("MUG", "", "8", "10:00").status()).isEqualTo(201);
        assertThat(enter("CUP", "", "3", "10:00").status()).isEqualTo(201);

        assertThat(finish().status()).isEqualTo(201);

        assertThat(onHand("MUG")).isEqualTo("8.000");
        assertThat(onHand("CUP")).isEqualTo("3.000");
        JsonNode lines = shop.get("/api/v1/stock/counts/" + count + "/lines").body();
        assertThat(lines.path(1).path("sku").asString()).isEqualTo("MUG");
        assertThat(lines.path(1).path("counted").asString()).isEqualTo("8.000");
        assertThat(lines.path(1).path("book").asString()).isEqualTo("10.000");
        assertThat(finish().code()).isEqualTo("count-closed");
        assertThat(enter("MUG", "back", "1", "10:01").code()).isEqualTo("count-closed");
    }

    /** 10 are there by the books; 1 is stolen; sales happen and are recorded before and after, in any order. */
    @Test
    void keepsSalesDuringTheCountInTheOrderOfTheirOwnTime() {
        sell("2", "10:10");
        sell("1", "10:40");
        enter("MUG", "", "7", "10:30");
        sell("1", "10:50");
        sell("2", "10:20");
        JsonNode entry =
                shop.get("/api/v1/stock/counts/" + count + "/entries").body().path(0);
        assertThat(entry.path("book").asString()).isEqualTo("8.000");

        finish();

        // counted 7 at 10:30, when the books say 10 - 2 - 2 = 6; two more were sold after it
        assertThat(shop.get("/api/v1/stock/counts/" + count + "/lines")
                        .body()
                        .path(0)
                        .path("book")
                        .asString())
                .isEqualTo("6.000");
        assertThat(onHand("MUG")).isEqualTo("5.000");
    }

    @Test
    void keepsTheFirstOfTwoWhoCountTheSameAtOnce() throws Exception {
        List<Callable<ShopHttp.Answer>> counters = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String quantity = String.valueOf(3 + i);
            counters.add(() -> enter("MUG", "shop", quantity, "10:00"));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(counters);

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("already-counted"));
    }

    @Test
    void addsUpWhatIsCountedAtSeveralPlaces() throws Exception {
        List<Callable<ShopHttp.Answer>> counters =
                List.of(() -> enter("MUG", "shop", "3", "10:00"), () -> enter("MUG", "cellar", "4", "10:05"));

        assertThat(AtOnce.run(counters))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        finish();

        assertThat(onHand("MUG")).isEqualTo("7.000");
    }

    @Test
    void asksToCountAgainWhatMovedBetweenThePlaces() {
        enter("MUG", "shop", "3", "10:00");
        sell("1", "10:03");
        ShopHttp.Answer cellar = enter("MUG", "cellar", "4", "10:05");

        ShopHttp.Answer refused = finish();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("count-ambiguous");
        assertThat(refused.body().path("skus").path(0).asString()).isEqualTo("MUG");
        assertThat(onHand("MUG")).isEqualTo("9.000");
        String shelf = shop.get("/api/v1/stock/counts/" + count + "/entries")
                .body()
                .path(1)
                .path("id")
                .asString();
        assertThat(replace("MUG", "shop", "2", "10:06", UUID.randomUUID()).code())
                .isEqualTo("already-counted");
        assertThat(replace("MUG", "shop", "2", "10:06", UUID.fromString(shelf)).status())
                .isEqualTo(201);
        assertThat(cellar.status()).isEqualTo(201);
        assertThat(finish().status()).isEqualTo(201);
        assertThat(onHand("MUG")).isEqualTo("6.000");
    }

    @Test
    void correctsOnceWhatTwoCountsFound() {
        enter("MUG", "", "8", "10:00");
        UUID first = count;
        count = open();
        enter("MUG", "", "8", "10:30");
        finish();
        assertThat(onHand("MUG")).isEqualTo("8.000");
        count = first;

        finish();

        assertThat(onHand("MUG")).isEqualTo("8.000");
    }

    @Test
    void finishesRightWhileTillsSell() throws Exception {
        shop.receive(store, "MUG", "90");
        enter("MUG", "", "95", "10:30");
        List<Callable<Integer>> racers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String time = i % 2 == 0 ? "10:20" : "10:40";
            racers.add(() -> sell("1", time).status());
        }
        racers.add(() -> finish().status());

        assertThat(AtOnce.run(racers)).containsOnly(201);

        // those of 10:40 came after the count; those of 10:20 before it, however they were recorded, unless after its
        // end
        int book = jdbc.sql(
                        "select book from stock_count_line l join stock_count c on c.id = l.count_id where c.uuid = :id")
                .param("id", count.toString())
                .query(Integer.class)
                .single();
        int late = book - 95;
        assertThat(late).isBetween(0, 5);
        assertThat(onHand("MUG")).isEqualTo(95 - 5 - late + ".000");
    }

    @Test
    void refusesTimesOutsideTheCountAndGivesUpAnOpenOne() {
        assertThat(enter("MUG", "", "8", "08:00").body().path("detail").asString())
                .contains("expected from the count's opening until now");
        assertThat(enter("MUG", "", "-1", "10:00").status()).isEqualTo(422);
        enter("MUG", "", "1", "10:00");

        ShopHttp.Answer cancelled = shop.send("DELETE", "/api/v1/stock/counts/" + count, null);

        assertThat(cancelled.body().path("state").asString()).isEqualTo("cancelled");
        assertThat(shop.send("DELETE", "/api/v1/stock/counts/" + count, null).body())
                .isEqualTo(cancelled.body());
        assertThat(finish().code()).isEqualTo("count-closed");
        assertThat(onHand("MUG")).isEqualTo("10.000");
    }

    /** What is not there cannot be kept for anybody: the promise is short now, and the list of what is low shows it. */
    @Test
    void findsLessThanIsReserved() {
        Map<String, Object> basket = new LinkedHashMap<>();
        basket.put("id", UUID.randomUUID());
        basket.put("reference", "basket");
        basket.put("store", store);
        basket.put("occurredAt", "2026-03-02T09:30:00Z");
        basket.put("ttlSeconds", 604_800);
        basket.put("lines", List.of(Map.of("sku", "MUG", "quantity", "8")));
        assertThat(shop.post("/api/v1/stock/reservations", basket).status()).isEqualTo(201);
        enter("MUG", "", "5", "10:00");

        assertThat(finish().status()).isEqualTo(201);

        assertThat(onHand("MUG")).isEqualTo("5.000");
        assertThat(sell("1", "13:00").code()).isEqualTo("insufficient-stock");
    }

    /** Who counted at 10:30 saw the goods that had come back at 10:00, also of a till that told it later. */
    @Test
    void countsNoPieceTwiceThatCameBackOfflineBeforeTheCount() {
        enter("MUG", "", "11", "10:30");
        finish();

        assertThat(takeBack("10:00").status()).isEqualTo(201);
        assertThat(onHand("MUG")).isEqualTo("11.000");
        assertThat(takeBack("11:00").status()).isEqualTo(201);
        assertThat(onHand("MUG")).isEqualTo("12.000");
    }

    /** The goods are there again, whatever is closed: in stock they count for the first open day. */
    @Test
    void takesBackOfflineInAClosedPeriod() {
        assertThat(shop.put(
                                "/api/v1/stock/periods/"
                                        + ShopHttp.encode(store).replace("+", "%20"),
                                Map.of("closedUntil", "2026-03-31"))
                        .status())
                .isEqualTo(200);

        assertThat(takeBack("10:00").status()).isEqualTo(201);

        assertThat(jdbc.sql("""
                        select max(m.business_date) from stock_move m join store s on s.id = m.store_id
                        where s.code = :store and m.kind = 'return'
                        """).param("store", store).query(String.class).single())
                .isEqualTo("2026-04-01");
    }

    private ShopHttp.Answer takeBack(String time) {
        Map<String, Object> back = new LinkedHashMap<>();
        back.put("id", UUID.randomUUID());
        back.put("store", store);
        back.put("approval", "Manager");
        back.put("occurredAt", "2026-03-02T" + time + ":00Z");
        back.put(
                "lines",
                List.of(Map.of(
                        "id",
                        UUID.randomUUID(),
                        "sku",
                        "MUG",
                        "quantity",
                        "1",
                        "unitPrice",
                        "1",
                        "reason",
                        "",
                        "disposition",
                        "sellable")));
        back.put("refunds", List.of(Map.of("id", UUID.randomUUID(), "tender", "cash", "amount", "1")));
        back.put("offline", true);
        return shop.post("/api/v1/returns", back);
    }

    private UUID open() {
        UUID id = UUID.randomUUID();
        assertThat(shop.post(
                                "/api/v1/stock/counts",
                                Map.of(
                                        "id",
                                        id,
                                        "reference",
                                        "autumn",
                                        "store",
                                        store,
                                        "occurredAt",
                                        "2026-03-02T09:00:00Z"))
                        .status())
                .isEqualTo(201);
        return id;
    }

    private ShopHttp.Answer enter(String sku, String place, String quantity, String time) {
        return replace(sku, place, quantity, time, null);
    }

    private ShopHttp.Answer replace(String sku, String place, String quantity, String time, @Nullable UUID replaces) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("sku", sku);
        body.put("place", place);
        body.put("quantity", quantity);
        body.put("countedAt", "2026-03-02T" + time + ":00Z");
        body.put("replaces", replaces);
        return shop.post("/api/v1/stock/counts/" + count + "/entries", body);
    }

    private ShopHttp.Answer finish() {
        return shop.post(
                "/api/v1/stock/counts/" + count + "/closing",
                Map.of("id", UUID.randomUUID(), "occurredAt", "2026-03-02T12:00:00Z"));
    }

    private ShopHttp.Answer sell(String quantity, String time) {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", quantity, "1")), quantity);
        order.put("occurredAt", "2026-03-02T" + time + ":00Z");
        return shop.post("/api/v1/orders", order);
    }

    private String onHand(String sku) {
        for (JsonNode balance :
                shop.get("/api/v1/stock?store=" + ShopHttp.encode(store)).body()) {
            if (balance.path("sku").asString().equals(sku)) {
                return balance.path("onHand").asString();
            }
        }
        return "";
    }
}
