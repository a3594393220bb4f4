package io.storehouse.shop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShopTest
class ReturnsIT {
    @LocalServerPort
    private int port;

    private ShopHttp shop;
    private ShopHttp till;
    private String store;

    @BeforeEach
    void openStore() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        shop.goods("MUG");
        shop.receive(store, "MUG", "10");
        till = new ShopHttp(
                port,
                shop.post("/api/v1/tills", Map.of("store", store, "code", "T1"))
                        .body()
                        .path("token")
                        .asString());
    }

    @Test
    void takesBackAtMostWhatWasSold() {
        String order = sell("3", "6");

        assertThat(till.post("/api/v1/returns", takeback(order, 1, "2", "4", "card"))
                        .status())
                .isEqualTo(201);
        assertThat(till.post("/api/v1/returns", takeback(order, 1, "2", "4", "card"))
                        .code())
                .isEqualTo("return-exceeds-sale");
        assertThat(till.post("/api/v1/returns", takeback(order, 1, "1", "2", "card"))
                        .status())
                .isEqualTo(201);
        assertThat(shop.get("/api/v1/stock?store=" + ShopHttp.encode(store))
                        .body()
                        .path(0)
                        .path("onHand")
                        .asString())
                .isEqualTo("10.000");
    }

    @Test
    void takesBackOnceWhatManyReturnAtOnce() {
        String order = sell("1", "2");
        List<Map<String, Object>> bodies = IntStream.range(0, 8)
                .mapToObj(i -> takeback(order, 1, "1", "2", "card"))
                .toList();

        List<Integer> statuses = bodies.parallelStream()
                .map(body -> till.post("/api/v1/returns", body).status())
                .toList();

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
    }

    @Test
    void refundsAtMostWhatWasPaidByTheTender() {
        String order = sell("2", "4");

        assertThat(till.post("/api/v1/returns", takeback(order, 1, "1", "2", "cash"))
                        .code())
                .isEqualTo("refund-exceeds-payment");
        Map<String, Object> dearer = takeback(order, 1, "1", "5", "card");
        dearer.put("lines", List.of(line(1, "1", "5")));
        assertThat(till.post("/api/v1/returns", dearer).code()).isEqualTo("refund-exceeds-payment");
    }

    @Test
    void refusesALineThatTheOrderDoesNotHave() {
        String order = sell("1", "2");

        assertThat(till.post("/api/v1/returns", takeback(order, 2, "1", "2", "card"))
                        .code())
                .isEqualTo("return-exceeds-sale");
        assertThat(till.post("/api/v1/returns", takeback(UUID.randomUUID().toString(), 1, "1", "2", "card"))
                        .code())
                .isEqualTo("unknown-order");
    }

    @Test
    void needsApprovalWithoutAReceipt() {
        Map<String, Object> body = takeback(null, null, "1", "2", "cash");
        body.put("approval", "till says so");

        ShopHttp.Answer refused = till.post("/api/v1/returns", body);

        assertThat(refused.code()).isEqualTo("approval-required");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(shop.post("/api/v1/returns", body).status()).isEqualTo(201);
        assertThat(till.post("/api/v1/returns", body).status()).isEqualTo(201);
    }

    private String sell(String quantity, String payable) {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", quantity, "2")), payable);
        assertThat(till.post("/api/v1/orders", order).status()).isEqualTo(201);
        return String.valueOf(order.get("id"));
    }

    private Map<String, Object> takeback(
            @Nullable String order, @Nullable Integer lineNo, String quantity, String amount, String tender) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("store", store);
        body.put("orderId", order);
        body.put("occurredAt", "2026-03-03T10:00:00Z");
        body.put("lines", List.of(line(lineNo, quantity, "2")));
        body.put("refunds", List.of(Map.of("id", UUID.randomUUID(), "tender", tender, "amount", amount)));
        return body;
    }

    private static Map<String, Object> line(@Nullable Integer lineNo, String quantity, String price) {
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line("MUG", quantity, price));
        line.put("orderLineNo", lineNo);
        line.put("reason", "broken");
        line.put("disposition", "sellable");
        return line;
    }
}
