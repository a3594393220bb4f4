package io.storehouse.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ShopTest
class StockIT {
    @LocalServerPort
    private int port;

    private ShopHttp shop;
    private String store;

    @BeforeEach
    void openStore() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        shop.goods("MUG");
    }

    @Test
    void correctsStockByItsSum() {
        shop.receive(store, "MUG", "5");

        assertThat(adjust("-9", "6").status()).isEqualTo(201);
        assertThat(onHand()).isEqualTo("2.000");
        assertThat(adjust("-3").code()).isEqualTo("insufficient-stock");
        assertThat(adjust("0").status()).isEqualTo(201);
        JsonNode moves = shop.get("/api/v1/stock/moves?sku=MUG&store=" + ShopHttp.encode(store))
                .body();
        assertThat(moves.size()).isEqualTo(2);
        assertThat(moves.path(1).path("quantity").asString()).isEqualTo("-3.000");
        assertThat(moves.path(1).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void opensABalanceOnceForManyReceiptsAtOnce() {
        List<Integer> statuses = AtOnce.run(12, i -> adjust("1").status());

        assertThat(statuses).containsOnly(201);
        assertThat(onHand()).isEqualTo("12.000");
    }

    @Test
    void answersAReplayedReceiptAsTheFirstTime() {
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("id", UUID.randomUUID());
        receipt.put("reference", "R1");
        receipt.put("store", store);
        receipt.put("occurredAt", "2026-03-01T09:00:00Z");
        receipt.put("assumed", true);
        receipt.put("lines", List.of(Map.of("sku", "MUG", "quantity", "4", "unitCost", "1.25")));
        ShopHttp.Answer first = shop.post("/api/v1/stock/receipts", receipt);

        ShopHttp.Answer again = shop.post("/api/v1/stock/receipts", receipt);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(onHand()).isEqualTo("4.000");
        receipt.put("reference", "R2");
        assertThat(shop.post("/api/v1/stock/receipts", receipt).code()).isEqualTo("idempotency-conflict");
    }

    @Test
    void looksUpWhatWasRecordedAndShowsItToItsStoreOnly() {
        shop.receive(store, "MUG", "4");
        ShopHttp.Answer adjusted = adjust("-1");
        String path = "/api/v1/stock/adjustments/" + adjusted.body().path("id").asString();
        shop.store("Elsewhere");
        ShopHttp stranger = new ShopHttp(
                port,
                shop.post("/api/v1/tills", Map.of("store", "Elsewhere", "code", "stranger"))
                        .body()
                        .path("token")
                        .asString());

        assertThat(shop.get(path).body()).isEqualTo(adjusted.body());
        assertThat(stranger.get(path).status()).isEqualTo(403);
        assertThat(shop.get("/api/v1/stock/adjustments/" + UUID.randomUUID()).code())
                .isEqualTo("stock-document-not-found");
        assertThat(shop.get("/api/v1/stock/receipts/" + UUID.randomUUID()).code())
                .isEqualTo("stock-document-not-found");
    }

    @Test
    void refusesToTurnGoodsIntoAService() {
        ShopHttp.Answer answer = shop.put("/api/v1/products/MUG", Map.of("name", "Mug", "goods", false));

        assertThat(answer.code()).isEqualTo("goods-fixed");
    }

    private ShopHttp.Answer adjust(String... quantities) {
        List<Map<String, String>> lines = List.of(quantities).stream()
                .map(quantity -> Map.of("sku", "MUG", "quantity", quantity, "reason", "counted"))
                .toList();
        return shop.post(
                "/api/v1/stock/adjustments",
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "reference",
                        "A",
                        "store",
                        store,
                        "occurredAt",
                        "2026-03-01T09:30:00Z",
                        "lines",
                        lines));
    }

    private String onHand() {
        return shop.get("/api/v1/stock?store=" + ShopHttp.encode(store))
                .body()
                .path(0)
                .path("onHand")
                .asString();
    }
}
