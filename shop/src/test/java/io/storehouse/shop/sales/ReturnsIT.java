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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

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
        assertThat(shop.post("/api/v1/returns", dearer).code()).isEqualTo("refund-exceeds-payment");
    }

    @Test
    void roundsPartialReturnsOnce() {
        assertThat(payables("0.125", "0.25", "0.13", "0.12")).containsExactly("0.13", "0.12");
        assertThat(payables("0.1225", "0.25", "0.12", "0.13")).containsExactly("0.12", "0.13");
    }

    @Test
    void roundsReturnsThatComeAtOnceOnce() {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", "2", "0.125")), "0.25");
        till.post("/api/v1/orders", order);
        List<Map<String, Object>> bodies = Stream.of("0.13", "0.12", "0.13", "0.12")
                .map(amount -> priced(String.valueOf(order.get("id")), "0.125", amount))
                .toList();

        bodies.parallelStream().forEach(body -> till.post("/api/v1/returns", body));
        bodies.forEach(body -> till.post("/api/v1/returns", body));

        assertThat(bodies.stream()
                        .map(body -> till.post("/api/v1/returns", body))
                        .filter(answer -> answer.status() / 100 == 2)
                        .map(answer -> answer.body().path("payable").asString()))
                .containsExactlyInAnyOrder("0.13", "0.12");
    }

    @Test
    void refusesAHigherPriceThanTheLineWasSoldForWithoutApproval() {
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line("MUG", "3", "4"));
        line.put("discount", "2");
        Map<String, Object> order = ShopHttp.order(store, List.of(line), "10");
        assertThat(till.post("/api/v1/orders", order).status()).isEqualTo(201);
        String id = String.valueOf(order.get("id"));

        ShopHttp.Answer refused = till.post("/api/v1/returns", priced(id, "3.3334", "3.33"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("price-exceeds-sale");
        assertThat(till.post("/api/v1/returns", priced(id, "3.3333", "3.33")).status())
                .isEqualTo(201);
        assertThat(shop.post("/api/v1/returns", priced(id, "4", "4.00")).status())
                .isEqualTo(201);
    }

    @Test
    void takesBackAtThePriceOfALineThatWasRoundedDown() {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", "1.333", "0.1001")), "0.13");
        assertThat(till.post("/api/v1/orders", order).status()).isEqualTo(201);

        assertThat(till.post("/api/v1/returns", priced(String.valueOf(order.get("id")), "0.1001", "0.10"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesAnOrderOfAnotherCurrency() {
        String order = sell("1", "2");
        String abroad = "Abroad " + UUID.randomUUID();
        shop.put(
                "/api/v1/stores/" + ShopHttp.encode(abroad),
                Map.of("name", abroad, "timeZone", "Europe/Paris", "currency", "EUR"));
        Map<String, Object> body = takeback(order, 1, "1", "2", "card");
        body.put("store", abroad);

        ShopHttp.Answer refused = shop.post("/api/v1/returns", body);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("currency-differs");
    }

    @Test
    void keepsTheCurrencyOfAStoreThatHasSold() {
        Map<String, Object> euros = Map.of("name", store, "timeZone", "Europe/London", "currency", "EUR");
        sell("1", "2");

        ShopHttp.Answer refused = shop.put("/api/v1/stores/" + ShopHttp.encode(store), euros);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("currency-in-use");
    }

    private List<String> payables(String price, String paid, String... refunds) {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("MUG", "2", price)), paid);
        assertThat(till.post("/api/v1/orders", order).status()).isEqualTo(201);
        return Stream.of(refunds)
                .map(refund -> till.post("/api/v1/returns", priced(String.valueOf(order.get("id")), price, refund)))
                .map(answer -> answer.body().path("payable").asString())
                .toList();
    }

    private Map<String, Object> priced(String order, String price, String refund) {
        Map<String, Object> body = takeback(order, 1, "1", refund, "card");
        body.put("lines", List.of(line(1, "1", price)));
        return body;
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

    @Test
    void readsBackWhatWasTakenBack() {
        String order = sell("3", "6");
        Map<String, Object> body = takeback(order, 1, "2", "4", "card");
        body.put("customer", "ADA");
        till.post("/api/v1/returns", body);
        Map<String, Object> without = takeback(null, null, "1", "2", "cash");
        shop.post("/api/v1/returns", without);

        JsonNode found = till.get("/api/v1/returns/" + body.get("id")).body();
        assertThat(found.path("orderId").asString()).isEqualTo(order);
        assertThat(found.path("customer").asString()).isEqualTo("ADA");
        assertThat(found.path("payable").asString()).isEqualTo("4.0000");
        assertThat(found.path("voids").asBoolean()).isFalse();
        assertThat(found.at("/lines/0/quantity").asString()).isEqualTo("2.000");
        assertThat(found.at("/lines/0/orderLineNo").asInt()).isEqualTo(1);
        assertThat(found.at("/lines/0/reason").asString()).isEqualTo("broken");
        assertThat(found.at("/refunds/0/tender").asString()).isEqualTo("card");
        JsonNode list =
                till.get("/api/v1/returns?store=" + ShopHttp.encode(store)).body();
        assertThat(list.valueStream().map(row -> row.path("id").asString()))
                .containsExactly(String.valueOf(without.get("id")), String.valueOf(body.get("id")));
        assertThat(list.path(0).path("orderId").isNull()).isTrue();
        assertThat(till.get("/api/v1/returns/" + UUID.randomUUID()).code()).isEqualTo("return-not-found");
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
