package io.storehouse.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.catalogue.Assortment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Periods, levels, reports and proofs. */
@ShopTest
class StockControlIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String store;
    private String at;
    private int storeId;

    @BeforeEach
    void openStore() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        at = ShopHttp.encode(store);
        shop.store(store);
        shop.goods("MUG");
        shop.goods("CUP");
        shop.receive(store, "MUG", "10");
        storeId = jdbc.sql("select id from store where code = :code")
                .param("code", store)
                .query(Integer.class)
                .single();
    }

    @Test
    void refusesToMoveStockInAClosedPeriod() {
        assertThat(close("2026-03-02").status()).isEqualTo(200);

        ShopHttp.Answer refused = shop.post("/api/v1/orders", order("1"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("period-closed");
        assertThat(refused.body().path("closedUntil").asString()).isEqualTo("2026-03-02");
        assertThat(close("2026-03-02").status()).isEqualTo(200);
        assertThat(close("2026-03-01").code()).isEqualTo("period-closed");
        assertThat(close("2999-01-01").code()).isEqualTo("invalid-stock-document");
        assertThat(shop.get("/api/v1/stock/periods/" + at)
                        .body()
                        .path("closedUntil")
                        .asString())
                .isEqualTo("2026-03-02");
        Map<String, Object> later = order("1");
        later.put("occurredAt", "2026-03-03T10:00:00Z");
        assertThat(shop.post("/api/v1/orders", later).status()).isEqualTo(201);
    }

    /** The order keeps its day; what the closed period said the stock was worth does not change. */
    @Test
    void acceptsALateOfflineOrderOfAClosedPeriodOnTheFirstOpenDate() {
        close("2026-03-05");
        Map<String, Object> late = order("3");
        late.put("offline", true);

        ShopHttp.Answer accepted = shop.post("/api/v1/orders", late);

        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.body().path("businessDate").asString()).isEqualTo("2026-03-02");
        assertThat(jdbc.sql(
                                "select sum(value) from stock_move where store_id = :store and business_date <= '2026-03-05'")
                        .param("store", storeId)
                        .query(String.class)
                        .single())
                .isEqualTo("10.0000");
        assertThat(shop.get("/api/v1/stock/ledger?sku=MUG&store=" + at)
                        .body()
                        .path(1)
                        .path("businessDate")
                        .asString())
                .isEqualTo("2026-03-06");
    }

    @Test
    void closesAfterWhatIsBeingRecordedAndBeforeAllElse() throws Exception {
        shop.receive(store, "MUG", "100");
        List<Callable<ShopHttp.Answer>> racers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            racers.add(() -> shop.post("/api/v1/orders", order("1")));
        }
        racers.add(6, () -> close("2026-03-02"));

        List<ShopHttp.Answer> answers = AtOnce.run(racers);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 201, 409));
        long sold = answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(jdbc.sql("select count(*) from stock_move where store_id = :store and kind = 'sale'")
                        .param("store", storeId)
                        .query(Long.class)
                        .single())
                .isEqualTo(sold);
        assertThat(shop.post("/api/v1/orders", order("1")).code()).isEqualTo("period-closed");
    }

    @Test
    void putsTheBooksBackToTheCountForASaleThatComesAfterItsEnd() {
        UUID count = UUID.randomUUID();
        shop.post(
                "/api/v1/stock/counts",
                Map.of("id", count, "reference", "c", "store", store, "occurredAt", "2026-03-02T09:00:00Z"));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", UUID.randomUUID());
        entry.put("sku", "MUG");
        entry.put("quantity", "7");
        entry.put("countedAt", "2026-03-02T11:00:00Z");
        shop.post("/api/v1/stock/counts/" + count + "/entries", entry);
        shop.post(
                "/api/v1/stock/counts/" + count + "/closing",
                Map.of("id", UUID.randomUUID(), "occurredAt", "2026-03-02T12:00:00Z"));
        Map<String, Object> before = order("3");
        before.put("offline", true);
        Map<String, Object> after = order("2");
        after.put("offline", true);
        after.put("occurredAt", "2026-03-02T11:30:00Z");

        assertThat(shop.post("/api/v1/orders", before).status()).isEqualTo(201);
        assertThat(shop.post("/api/v1/orders", after).status()).isEqualTo(201);

        assertThat(jdbc.sql(
                                "select concat(kind, ' ', quantity) from stock_move where store_id = :store order by version")
                        .param("store", storeId)
                        .query(String.class)
                        .list())
                .containsExactly("receipt 10.000", "count -3.000", "sale -3.000", "count 3.000", "sale -2.000");
        new Ledgers(jdbc).assertAddUp(storeId);
    }

    @Test
    void suggestsWhatToOrderUpToTheMaximum() {
        level("MUG", "11", "20");
        level("CUP", "5", "8.5");

        assertThat(list("reorder")).containsExactly("CUP 8.500", "MUG 10.000");
        assertThat(list("low")).containsExactly("CUP 8.500", "MUG 10.000");
        shop.receive(store, "CUP", "5");
        assertThat(list("reorder")).containsExactly("MUG 10.000");
        String other = "Other " + UUID.randomUUID();
        shop.store(other);
        shop.receive(other, "MUG", "4");
        shop.post(
                "/api/v1/stock/transfers",
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "reference",
                        "T",
                        "source",
                        other,
                        "destination",
                        store,
                        "occurredAt",
                        "2026-03-02T10:00:00Z",
                        "lines",
                        List.of(Map.of("sku", "MUG", "quantity", "4"))));
        assertThat(list("reorder")).isEmpty();
        assertThat(list("low")).containsExactly("MUG 6.000");
        assertThat(list("levels")).containsExactly("CUP 3.500", "MUG 6.000");
        assertThat(shop.put("/api/v1/stock/levels/" + at + "/MUG", Map.of("minimum", "3", "maximum", "2"))
                        .status())
                .isEqualTo(422);
        assertThat(shop.get("/api/v1/stock/reorder-point?demand=100&demandDeviation=20&leadTime=7&leadTimeDeviation=2")
                        .body()
                        .path("reorderPoint")
                        .asString())
                .isEqualTo("1042");
    }

    @Test
    void reportsWhatStockIsWorth() {
        shop.post("/api/v1/orders", order("3"));

        JsonNode line = shop.get("/api/v1/stock/report?store=" + at).body().path(0);

        assertThat(line.path("onHand").asString()).isEqualTo("7.000");
        assertThat(line.path("available").asString()).isEqualTo("7.000");
        assertThat(line.path("value").asString()).isEqualTo("7.0000");
        assertThat(line.path("averageCost").asString()).isEqualTo("1.0000");
        assertThat(line.path("difference").asString()).isEqualTo("0.0000");
        JsonNode move =
                shop.get("/api/v1/stock/ledger?sku=MUG&store=" + at).body().path(1);
        assertThat(move.path("value").asString()).isEqualTo("-3.0000");
    }

    @Test
    void keepsCostsFromTills() {
        ShopHttp till = new ShopHttp(
                port,
                shop.post("/api/v1/tills", Map.of("store", store, "code", "T1"))
                        .body()
                        .path("token")
                        .asString());

        assertThat(till.get("/api/v1/stock/report?store=" + at).status()).isEqualTo(403);
        assertThat(till.get("/api/v1/stock/ledger?sku=MUG&store=" + at).status())
                .isEqualTo(403);
        assertThat(till.get("/api/v1/stock?store=" + at).body().toString()).doesNotContain("value", "cost");
        assertThat(till.get("/api/v1/stock/moves?sku=MUG&store=" + at).body().toString())
                .doesNotContain("value", "cost");
    }

    @Test
    void readsAPageOfTheReportThroughTheKey() {
        jdbc.sql("""
                insert into stock_balance (store_id, sku, on_hand)
                select :store, concat('SKU', lpad(seq, 6, '0')), 1 from seq_1_to_20000
                """).param("store", storeId).update();
        try {
            List<Map<String, Object>> plan = jdbc.sql("explain " + StockReports.sql(new Assortment(null, null)))
                    .param("store", store)
                    .param("after", "SKU010000")
                    .param("limit", 100)
                    .query()
                    .listOfRows();
            assertThat(plan)
                    .filteredOn(row -> "b".equals(row.get("table")))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.get("key")).isEqualTo("PRIMARY");
                        assertThat(row.get("type")).isEqualTo("range");
                        assertThat(String.valueOf(row.get("Extra"))).doesNotContain("filesort", "temporary");
                    });
            JsonNode page = shop.get("/api/v1/stock/report?limit=3&after=SKU010000&store=" + at)
                    .body();
            assertThat(page.size()).isEqualTo(3);
            assertThat(page.path(0).path("sku").asString()).isEqualTo("SKU010001");
        } finally {
            jdbc.sql("delete from stock_balance where store_id = :store and sku like 'SKU%'")
                    .param("store", storeId)
                    .update();
        }
    }

    @Test
    void provesEveryBalanceAndShowsEachThatWasChangedByHand() {
        shop.receive(store, "CUP", "4");
        assertThat(prove()).isEmpty();
        Map<String, String> wrongs = new LinkedHashMap<>();
        wrongs.put("on_hand = on_hand + 1", "on-hand CUP 5.0000 4.0000");
        wrongs.put("value = value - 0.0001", "value CUP 3.9999 4.0000");
        wrongs.put("version = version + 1", "version CUP 2.0000 1.0000");
        wrongs.forEach((wrong, difference) -> {
            String before = one("select concat_ws(',', on_hand, value, version) from stock_balance");
            jdbc.sql("update stock_balance set " + wrong + " where store_id = :store and sku = 'CUP'")
                    .param("store", storeId)
                    .update();
            assertThat(prove()).containsExactly(difference);
            String[] parts = before.split(",", -1);
            jdbc.sql("update stock_balance set on_hand = ?, value = ?, version = ? where store_id = ? and sku = 'CUP'")
                    .params(parts[0], parts[1], parts[2], storeId)
                    .update();
        });
        jdbc.sql("update stock_balance set reserved = 1, incoming = 2 where store_id = :store and sku = 'CUP'")
                .param("store", storeId)
                .update();
        assertThat(prove())
                .containsExactly(
                        "incoming CUP 2.0000 0.0000",
                        "reserved CUP 1.0000 0.0000",
                        "held CUP 1.0000 0.0000",
                        "on-its-way CUP 2.0000 0.0000");
        jdbc.sql("delete from stock_balance where store_id = :store and sku = 'CUP'")
                .param("store", storeId)
                .update();
        assertThat(prove())
                .containsExactly("on-hand CUP 0.0000 4.0000", "value CUP 0.0000 4.0000", "version CUP 0.0000 1.0000");
        jdbc.sql("delete from stock_move where store_id = :store and sku = 'CUP'")
                .param("store", storeId)
                .update();
        assertThat(prove()).isEmpty();
    }

    @Test
    void provesWhileTillsSell() throws Exception {
        shop.receive(store, "MUG", "1000");
        List<Callable<Integer>> racers = new ArrayList<>();
        IntStream.range(0, 10)
                .forEach(i -> racers.add(() -> {
                    for (int n = 0; n < 5; n++) {
                        shop.post("/api/v1/orders", order("1"));
                    }
                    return 0;
                }));
        IntStream.range(0, 2).forEach(i -> racers.add(() -> prove().size()));

        assertThat(AtOnce.run(racers)).containsOnly(0);
    }

    private List<String> prove() {
        JsonNode proof = shop.post("/api/v1/stock/proofs?store=" + at, Map.of()).body();
        List<String> differences = new ArrayList<>();
        shop.get("/api/v1/stock/proofs/" + proof.path("id").asLong() + "/differences")
                .body()
                .forEach(one -> differences.add(String.join(
                        " ",
                        one.path("what").asString(),
                        one.path("sku").asString(),
                        one.path("balance").asString(),
                        one.path("ledger").asString())));
        assertThat(proof.path("differences").asInt()).isEqualTo(differences.size());
        return differences;
    }

    private String one(String sql) {
        return jdbc.sql(sql + " where store_id = :store and sku = 'CUP'")
                .param("store", storeId)
                .query(String.class)
                .single();
    }

    private List<String> list(String what) {
        List<String> lines = new ArrayList<>();
        shop.get("/api/v1/stock/" + what + "?store=" + at)
                .body()
                .forEach(line -> lines.add(line.path("sku").asString() + " "
                        + line.path("suggested").asString()));
        return lines;
    }

    private void level(String sku, String minimum, String maximum) {
        assertThat(shop.put("/api/v1/stock/levels/" + at + "/" + sku, Map.of("minimum", minimum, "maximum", maximum))
                        .status())
                .isEqualTo(200);
    }

    private ShopHttp.Answer close(String date) {
        return shop.put("/api/v1/stock/periods/" + at, Map.of("closedUntil", date));
    }

    private Map<String, Object> order(String quantity) {
        return ShopHttp.order(store, List.of(ShopHttp.line("MUG", quantity, "1")), quantity);
    }
}
