package io.storehouse.shop.pricelists;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShopTest
class PricesIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Prices prices;

    @Autowired
    private Stores stores;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String store;
    private String sku;
    private Instant soon;

    @BeforeEach
    void openStore() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        sku = "SKU-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        shop.put("/api/v1/products/" + sku, Map.of("name", "Mug", "price", "9.90", "goods", true));
        soon = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(1, ChronoUnit.HOURS);
    }

    @Test
    void refusesTimesThatNoTableHolds() {
        ShopHttp owner = new People(port).owner();
        String question = "store=" + ShopHttp.encode(store) + "&sku=" + sku;

        assertThat(owner.get("/api/v1/prices?" + question + "&at=%2B1000000000-12-31T00:00:00Z")
                        .status())
                .isEqualTo(400);
        assertThat(owner.get("/api/v1/prices/history?" + question + "&after=%2B1000000000-12-31T00:00:00Z_0")
                        .code())
                .isEqualTo("unreadable");
        assertThat(owner.get("/api/v1/audit?from=%2B1000000000-12-31T00:00:00Z").status())
                .isEqualTo(400);
        assertThat(owner.get("/api/v1/sales-summary?from=-999999999-01-01&to=2026-01-01")
                        .status())
                .isEqualTo(400);
        assertThat(owner.get("/api/v1/sales-summary?from=1900-01-01&to=9998-12-31")
                        .status())
                .as("the period before it begins before our era")
                .isLessThan(500);
        assertThat(owner.put("/api/v1/tax-classes/X/rates/%2B12345-01-01", Map.of("percent", "5"))
                        .status())
                .isEqualTo(400);
        assertThat(owner.get("/api/v1/prices?" + question + "&at=").status()).isEqualTo(200);
    }

    @Test
    void asksTheStoreThenTheChainThenTheProduct() {
        assertThat(at(soon)).isEqualTo("9.9000 product");
        change(null, "8", soon);
        assertThat(at(soon)).isEqualTo("8.0000 chain");
        assertThat(at(soon.minusMillis(1))).isEqualTo("9.9000 product");
        change(store, "7.5", soon.plusSeconds(60));
        assertThat(at(soon.plusSeconds(59))).isEqualTo("8.0000 chain");
        assertThat(at(soon.plusSeconds(60))).isEqualTo("7.5000 store");
        change(store, null, soon.plusSeconds(120));
        assertThat(at(soon.plusSeconds(120))).isEqualTo("8.0000 chain");
        change(null, null, soon.plusSeconds(180));
        assertThat(at(soon.plusSeconds(180))).isEqualTo("9.9000 product");
        assertThat(at(soon.plusSeconds(90))).isEqualTo("7.5000 store");
    }

    @Test
    void changesAtOnce() {
        ShopHttp.Answer changed = change(store, "5", null);

        assertThat(changed.status()).isEqualTo(201);
        assertThat(at(null)).isEqualTo("5.0000 store");
    }

    @Test
    void leavesOtherStoresAlone() {
        String other = "Store " + UUID.randomUUID();
        shop.store(other);
        change(other, "1", soon);

        assertThat(at(soon)).isEqualTo("9.9000 product");
    }

    @Test
    void refusesToRewriteWhatWasCharged() {
        assertThat(change(store, "5", Instant.now().minusSeconds(60)).code()).isEqualTo("price-in-the-past");
        assertThat(change(store, "-1", soon).code()).isEqualTo("invalid-price-change");
        assertThat(change(store, "1.00001", soon).code()).isEqualTo("invalid-number");
        assertThat(change("Nowhere", "1", soon).code()).isEqualTo("unknown-store");
    }

    @Test
    void answersAReplayedChangeAsTheFirstTime() {
        Map<String, Object> body = body(store, "5", null);
        ShopHttp.Answer first = shop.post("/api/v1/prices/changes", body);

        ShopHttp.Answer again = shop.post("/api/v1/prices/changes", body);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(history(store).size()).isEqualTo(1);
        body.put("lines", List.of(Map.of("sku", sku, "price", "6")));
        assertThat(shop.post("/api/v1/prices/changes", body).code()).isEqualTo("idempotency-conflict");
        assertThat(jdbc.sql("select count(*) from outbox where event_key = :id and type = 'prices_changed'")
                        .param("id", String.valueOf(body.get("id")))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void letsOneOfManyChangesForOneInstantHold() {
        List<Integer> statuses =
                AtOnce.run(12, i -> change(store, String.valueOf(i + 1), soon).status());

        assertThat(statuses).containsOnly(201);
        JsonNode history = history(store);
        assertThat(history.size()).isEqualTo(12);
        assertThat(at(soon)).isEqualTo(history.path(0).path("price").asString() + " store");
        assertThat(history.path(0).path("validTo").isNull()).isTrue();
        IntStream.range(1, 12)
                .forEach(i -> assertThat(history.path(i).path("validTo"))
                        .as("an overtaken entry's time is empty")
                        .isEqualTo(history.path(i).path("validFrom")));
    }

    @Test
    void tellsWhatWasAndWhatWillBe() {
        change(store, "5", soon);
        change(store, "6", soon.plusSeconds(60));
        change(store, "5.5", soon.plusSeconds(30));

        JsonNode history = history(store);

        assertThat(history.findValuesAsString("price")).containsExactly("6.0000", "5.5000", "5.0000");
        assertThat(history.path(2).path("validTo").asString())
                .isEqualTo(soon.plusSeconds(30).toString());
        String after = history.path(0).path("cursor").asString();
        assertThat(shop.get(path("/history?store=" + ShopHttp.encode(store) + "&sku=" + sku + "&limit=1&after="
                                + ShopHttp.encode(after)))
                        .body()
                        .findValuesAsString("price"))
                .containsExactly("5.5000");
    }

    @Test
    void readsManySkusByTheIndexHoweverLongTheirHistory() {
        IntStream.range(0, 200).forEach(i -> change(store, "1." + i, soon.plusSeconds(i)));
        jdbc.sql("analyze table price_entry, price_change").query().listOfRows();
        Store known = stores.require(store);

        List<Map<String, Object>> plan = jdbc.sql("explain " + PriceTables.AT)
                .param(
                        "wanted",
                        JsonMapper.shared()
                                .writeValueAsString(List.of(
                                        new PriceTables.Wanted(0, known.id(), "2026-03-02 10:15:30.000000", sku))))
                .query()
                .listOfRows();

        assertThat(plan.stream().filter(row -> List.of("own", "chain").contains(String.valueOf(row.get("table")))))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("key", "price_entry_change"));
        assertThat(plan.stream().filter(row -> List.of("o", "c").contains(String.valueOf(row.get("table")))))
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row).containsEntry("key", "PRIMARY");
                    assertThat(String.valueOf(row.get("Extra"))).doesNotContain("filesort");
                });
        assertThat(Objects.requireNonNull(
                                prices.at(List.of(new PriceQuestion(known, soon.plusSeconds(150), Set.of(sku))))
                                        .get(0)
                                        .get(sku))
                        .amount())
                .isEqualByComparingTo("1.150");
    }

    private String at(@Nullable Instant instant) {
        JsonNode price = shop.get(path(
                        "?store=" + ShopHttp.encode(store) + "&sku=" + sku + (instant == null ? "" : "&at=" + instant)))
                .body()
                .path(0);
        return price.path("price").asString() + " " + price.path("source").asString();
    }

    private JsonNode history(String of) {
        return shop.get(path("/history?store=" + ShopHttp.encode(of) + "&sku=" + sku))
                .body();
    }

    private ShopHttp.Answer change(@Nullable String where, @Nullable String price, @Nullable Instant from) {
        return shop.post("/api/v1/prices/changes", body(where, price, from));
    }

    private Map<String, Object> body(@Nullable String where, @Nullable String price, @Nullable Instant from) {
        Map<String, Object> line = new HashMap<>();
        line.put("sku", sku);
        line.put("price", price);
        Map<String, Object> body = new HashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("store", where);
        body.put("validFrom", from);
        body.put("lines", List.of(line));
        return body;
    }

    private static String path(String rest) {
        return "/api/v1/prices" + rest;
    }
}
