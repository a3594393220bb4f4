package io.storehouse.shop.taxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class TaxIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Tills tills;
    private ShopHttp shop;
    private String tag;
    private String mug;
    private String book;

    @BeforeEach
    void openStore() {
        tills = new Tills(port);
        shop = tills.shop();
        tag = UUID.randomUUID().toString().substring(0, 8);
        String standard = taxClass("STD", "20");
        mug = product("MUG", "12", standard);
        book = product("BOOK", "5", taxClass("BOOK", "0"));
    }

    @Test
    void pricesThatIncludeTheTaxStayAsTheyAre() {
        Map<String, Object> order = order(List.of(ShopHttp.line(mug, "2", "12"), ShopHttp.line(book, "1", "5")), "29");

        JsonNode placed = placed(order);

        assertThat(placed.path("payable").asString()).isEqualTo("29.00");
        assertThat(placed.path("taxAdded").asString()).isEqualTo("0.0000");
        JsonNode seen = shop.get("/api/v1/orders/" + order.get("id")).body();
        assertThat(seen.path("tax").asString()).isEqualTo("4.0000");
        assertThat(seen.path("lines").path(0).path("taxPercent").asString()).isEqualTo("20.0000");
        assertThat(seen.path("lines").path(0).path("tax").asString()).isEqualTo("4.0000");
        assertThat(seen.path("lines").path(1).path("taxPercent").asString()).isEqualTo("0.0000");
        assertThat(event(order.get("id"))).contains("\"tax\":\"4.0000\",\"tax_added\":\"0.0000\"");
        JsonNode receipt =
                shop.get("/api/v1/orders/" + order.get("id") + "/receipt").body();
        assertThat(receipt.path("taxes").path(1).path("tax").asString()).isEqualTo("4.00");
        assertThat(shop.get("/api/v1/orders/" + order.get("id") + "/receipt?format=html&lang=zh-CN")
                        .raw()
                        .body())
                .contains("含税 20%");
    }

    @Test
    void elseTheCustomerPaysItOnTopAndGetsItBack() {
        exclusive("line");
        String shift = openShift();
        Map<String, Object> order =
                order(List.of(ShopHttp.line(mug, "3", "3.33"), ShopHttp.line(book, "1", "5")), "16.99");

        JsonNode placed = placed(order);

        assertThat(placed.path("linesTotal").asString()).isEqualTo("14.9900");
        assertThat(placed.path("taxAdded").asString()).isEqualTo("2.0000");
        assertThat(placed.path("payable").asString()).isEqualTo("16.99");
        BigDecimal refunded = BigDecimal.ZERO;
        for (String refund : List.of("4.00", "3.99", "4.00")) {
            Map<String, Object> back = takeback(order, mug, "1", "3.33", refund);
            ShopHttp.Answer taken = shop.post("/api/v1/returns", back);
            assertThat(taken.status()).as(taken.raw().body()).isEqualTo(201);
            refunded = refunded.add(new BigDecimal(taken.body().path("payable").asString()));
        }
        assertThat(refunded).isEqualByComparingTo("11.99");
        assertThat(sum("tax", "return_line", order)).isEqualByComparingTo("2.0000");
        JsonNode report = shop.get("/api/v1/shifts/" + shift + "/report").body();
        assertThat(report.path("taxAdded").asString()).isEqualTo("0.0000");
        assertThat(report.path("net").asString()).isEqualTo("5.0000");
        assertThat(report.path("total").asString()).isEqualTo("5.0000");
    }

    @Test
    void aVoidGivesTheTaxBackToTheLastDigit() {
        exclusive("receipt");
        openShift();
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(mug, "7", "3.33"));
        line.put("discount", "0.5");
        Map<String, Object> order = order(List.of(line, ShopHttp.line(mug, "1", "0.07")), "27.46");
        assertThat(placed(order).path("taxAdded").asString()).isEqualTo("4.5800");

        ShopHttp.Answer voided = shop.post(
                "/api/v1/orders/" + order.get("id") + "/void",
                Map.of("id", UUID.randomUUID(), "reason", "mistyped", "occurredAt", "2026-03-02T10:20:00Z"));

        assertThat(voided.status()).as(voided.raw().body()).isEqualTo(201);
        assertThat(voided.body().path("payable").asString()).isEqualTo("27.46");
        assertThat(voided.body().path("taxAdded").asString()).isEqualTo("4.5800");
    }

    @Test
    void aCartSaysTheTaxThatItsOrderTakes() {
        exclusive("receipt");

        JsonNode cart = shop.post(
                        "/api/v1/carts/price",
                        Map.of("store", tills.store(), "lines", List.of(Map.of("sku", mug, "quantity", "2"))))
                .body();

        assertThat(cart.path("taxAdded").asString()).isEqualTo("4.8000");
        assertThat(cart.path("payable").asString()).isEqualTo("28.80");
        Map<String, Object> order = order(List.of(ShopHttp.line(mug, "2", "12")), "28.80");
        order.put("pricing", Map.of("expectedPayable", "28.80"));
        assertThat(placed(order).path("payable").asString()).isEqualTo("28.80");
        order.put("id", UUID.randomUUID());
        order.put("pricing", Map.of("expectedPayable", "24.00"));
        assertThat(shop.post("/api/v1/orders", order).code()).isEqualTo("price-changed");
    }

    @Test
    void aTillThatIsOnlineMayNotTakeAnotherTax() {
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(mug, "1", "12"));
        line.put("tax", "1.75");
        Map<String, Object> order = order(List.of(line), "12");

        assertThat(shop.post("/api/v1/orders", order).code()).isEqualTo("tax-differs");

        line.put("tax", "2");
        assertThat(placed(order).path("payable").asString()).isEqualTo("12.00");
    }

    @Test
    void whatATillTookOfflineStands() {
        exclusive("line");
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(mug, "1", "12"));
        line.put("tax", "2.1");
        Map<String, Object> order = order(List.of(line), "14.10");
        order.put("offline", true);

        assertThat(placed(order).path("taxAdded").asString()).isEqualTo("2.1000");
        assertThat(shop.post("/api/v1/orders", order).status()).isEqualTo(201);
        line.put("tax", "2.2");
        assertThat(shop.post("/api/v1/orders", order).code()).isEqualTo("idempotency-conflict");
    }

    @Test
    void aReturnWithoutReceiptIsTaxedAsASaleOfItsDay() {
        exclusive("line");
        Map<String, Object> back = takeback(null, mug, "1", "10", "12.00");

        ShopHttp.Answer taken = shop.post("/api/v1/returns", back);

        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(201);
        assertThat(taken.body().path("taxAdded").asString()).isEqualTo("2.0000");
        assertThat(event(back.get("id"))).contains("\"tax_percent\":\"20.0000\",\"tax\":\"2.0000\"");
    }

    @Test
    void aGiftCardIsTaxedWhenItBuys() {
        exclusive("line");
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(service(), "1", "25"));
        line.put(
                "giftCard",
                shop.post("/api/v1/gift-cards/codes", Map.of("count", 1))
                        .body()
                        .path(0)
                        .asString());
        Map<String, Object> order = order(List.of(line), "25");

        ShopHttp.Answer answer = shop.post("/api/v1/orders", order);

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        assertThat(answer.body().path("taxAdded").asString()).isEqualTo("0.0000");
    }

    @Test
    void cashRoundsWhatIsPaidWithTheTax() {
        store("line", false, "0.05");
        Map<String, Object> order = order(List.of(ShopHttp.line(mug, "1", "3.33")), "0");
        order.put("payments", List.of(Tills.payment("cash", "4.00")));

        JsonNode placed = placed(order);

        assertThat(placed.path("taxAdded").asString()).isEqualTo("0.6700");
        assertThat(placed.path("rounding").asString()).isEqualTo("0.0000");
        order = order(List.of(ShopHttp.line(mug, "1", "3.31")), "0");
        order.put("payments", List.of(Tills.payment("cash", "3.95")));
        assertThat(placed(order).path("rounding").asString()).isEqualTo("-0.0200");
    }

    @Test
    void refusesTermsThatNobodyKnows() {
        ShopHttp.Answer refused = shop.put(
                "/api/v1/stores/" + ShopHttp.encode(tills.store()),
                Map.of("name", "S", "timeZone", "Europe/London", "currency", "GBP", "taxRounding", "never"));

        assertThat(refused.code()).isEqualTo("invalid-store");
        assertThat(refused.body().path("detail").asString()).contains("expected line or receipt");
    }

    private void exclusive(String rounding) {
        store(rounding, false, null);
    }

    private void store(String rounding, boolean included, @Nullable String cash) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "name",
                tills.store(),
                "timeZone",
                "Europe/London",
                "currency",
                "GBP",
                "pricesIncludeTax",
                included,
                "taxRounding",
                rounding));
        body.put("cashRounding", cash);
        ShopHttp.Answer defined = shop.put("/api/v1/stores/" + ShopHttp.encode(tills.store()), body);
        assertThat(defined.status()).as(defined.raw().body()).isEqualTo(200);
        assertThat(defined.body().path("pricesIncludeTax").asBoolean()).isEqualTo(included);
    }

    private String openShift() {
        tills.register("R1");
        return tills.open("R1", "0");
    }

    private String taxClass(String name, String percent) {
        String code = name + "-" + tag;
        shop.put("/api/v1/tax-classes/" + code, Map.of("name", name));
        assertThat(shop.put("/api/v1/tax-classes/" + code + "/rates/2020-01-01", Map.of("percent", percent))
                        .status())
                .isEqualTo(200);
        return code;
    }

    private String product(String name, String price, String taxClass) {
        String sku = (name + "-" + tag).toUpperCase(java.util.Locale.ROOT);
        shop.put("/api/v1/products/" + sku, Map.of("name", name, "price", price, "goods", true));
        ShopHttp.Answer classified =
                shop.put("/api/v1/products/" + sku + "/classification", Map.of("taxClass", taxClass));
        assertThat(classified.status()).as(classified.raw().body()).isEqualTo(200);
        shop.receive(tills.store(), sku, "100");
        return sku;
    }

    private String service() {
        String sku = ("CARD-" + tag).toUpperCase(java.util.Locale.ROOT);
        shop.put("/api/v1/products/" + sku, Map.of("name", "Gift card", "goods", false));
        shop.put("/api/v1/products/" + sku + "/classification", Map.of("taxClass", "STD-" + tag));
        return sku;
    }

    private Map<String, Object> order(List<Map<String, Object>> lines, String payable) {
        Map<String, Object> order = new LinkedHashMap<>(ShopHttp.order(tills.store(), lines, payable));
        order.put("till", "R1");
        return order;
    }

    private JsonNode placed(Map<String, Object> order) {
        ShopHttp.Answer placed = shop.post("/api/v1/orders", order);
        assertThat(placed.status()).as(placed.raw().body()).isEqualTo(201);
        return placed.body();
    }

    private Map<String, Object> takeback(
            @Nullable Map<String, Object> order, String sku, String quantity, String price, String refund) {
        Map<String, Object> back = tills.takeback(order == null ? null : order.get("id"), sku, quantity, price);
        back.put("till", "R1");
        back.put("refunds", List.of(Tills.payment("card", refund)));
        if (order == null) {
            ((Map<?, ?>) ((List<?>) Objects.requireNonNull(back.get("lines"))).get(0)).remove("orderLineNo");
        }
        return back;
    }

    private BigDecimal sum(String column, String table, Map<String, Object> order) {
        return jdbc.sql("select sum(l." + column + ") from " + table
                        + " l join sale_return r on r.id = l.return_id join sale_order o on o.id = r.order_id"
                        + " where o.uuid = :id")
                .param("id", order.get("id"))
                .query(BigDecimal.class)
                .single();
    }

    private String event(@Nullable Object document) {
        return jdbc.sql("select payload from outbox where event_key = :key order by id desc limit 1")
                .param("key", String.valueOf(document))
                .query(String.class)
                .single();
    }
}
