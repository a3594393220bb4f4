package io.storehouse.shop.giftcards;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A card that is sold is money owed; what it pays is the sale. Every station that counts sales must say so. */
@ShopTest
class CardsAreOwedIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Tills tills;
    private ShopHttp till;
    private String shift;
    private String voucher;
    private String repair;

    @BeforeEach
    void openShift() {
        tills = new Tills(port);
        till = tills.register("R1");
        shift = tills.open("R1", "0");
        voucher = service("VOUCHER");
        repair = service("REPAIR");
    }

    @Test
    void countNoMoneyTwiceInReportSummaryAndTheTillsSide() {
        String code = code();
        // both in one order
        sell(List.of(card(code, "50"), ShopHttp.line(repair, "1", "10")), Tills.cash("60", "60"));
        // only a card, which comes back
        Map<String, Object> unwanted = card(code(), "25");
        Map<String, Object> only = sell(List.of(unwanted), Tills.payment("card", "25"));
        Map<String, Object> back = tills.takeback(only.get("id"), voucher, "1", "25");
        back.put("till", "R1");
        back.put("occurredAt", "2026-03-02T10:30:00Z");
        back.put("refunds", List.of(Tills.payment("card", "25")));
        ShopHttp.Answer returned = till.post("/api/v1/returns", back);
        assertThat(returned.status()).as(returned.raw().body()).isEqualTo(201);
        // what the first card pays is the sale of it
        Map<String, Object> paid = Tills.payment("gift_card", "30");
        paid.put("giftCard", code);
        sell(List.of(ShopHttp.line(repair, "1", "30")), paid);

        assertReport();
        assertSummary();
        assertThat(event(back)).contains("\"gift_card\":\"" + unwanted.get("id") + "\"");
        JsonNode day = day();
        assertThat(day.path("orders").asLong()).isEqualTo(2);
        assertThat(day.path("returns").asLong()).isZero();
        assertThat(day.path("units").asString()).isEqualTo("2.000");
        assertThat(day.path("gross").asString()).isEqualTo("40.0000");
        assertThat(day.path("returned").asString()).isEqualTo("0.0000");
        assertThat(day.path("net").asString()).isEqualTo("40.0000");
    }

    private void assertReport() {
        JsonNode report =
                tills.shop().get("/api/v1/shifts/" + shift + "/report").body();
        assertThat(report.path("gross").asString()).isEqualTo("40.0000");
        assertThat(report.path("returned").asString()).isEqualTo("0.0000");
        assertThat(report.path("net").asString()).isEqualTo("40.0000");
        assertThat(report.path("giftCards").asString()).isEqualTo("50.0000");
        assertThat(report.path("total").asString()).isEqualTo("90.0000");
        assertThat(StreamSupport.stream(report.path("tenders").spliterator(), false)
                        .map(tender -> tender.path("tender").asString() + " "
                                + tender.path("net").asString()))
                .containsExactly("card 0.0000", "cash 60.0000", "gift_card 30.0000");
    }

    private void assertSummary() {
        for (String by : List.of("day", "hour", "staff", "store")) {
            JsonNode summary = summary(by);
            assertThat(summary.path("rows")).hasSize(1);
            for (JsonNode sum : List.of(
                    summary.path("rows").path(0), summary.path("totals").path(0).path("sum"))) {
                assertThat(sum.path("orders").asLong()).isEqualTo(2);
                assertThat(sum.path("returns").asLong()).isZero();
                assertThat(sum.path("gross").asString()).isEqualTo("40.0000");
                assertThat(sum.path("refunds").asString()).isEqualTo("0.0000");
                assertThat(sum.path("total").asString()).isEqualTo("40.0000");
                assertThat(sum.path("giftCards").asString()).isEqualTo("50.0000");
                assertThat(sum.path("paid").asString()).isEqualTo("90.0000");
            }
        }
        JsonNode category = summary("category").path("rows").path(0);
        assertThat(category.path("gross").asString()).isEqualTo("40.0000");
        assertThat(category.path("refunds").asString()).isEqualTo("0.0000");
        assertThat(category.path("orders").asLong()).isEqualTo(2);
        assertThat(category.path("giftCards").isNull()).isTrue();
    }

    @Test
    void aVoidedSaleOfACardLeavesNothing() {
        Map<String, Object> sale = sell(List.of(card(code(), "25")), Tills.payment("card", "25"));
        ShopHttp.Answer voided = tills.shop()
                .post(
                        "/api/v1/orders/" + sale.get("id") + "/void",
                        Map.of("id", UUID.randomUUID(), "reason", "wrong card", "occurredAt", "2026-03-03T10:00:00Z"));
        assertThat(voided.status()).as(voided.raw().body()).isEqualTo(201);

        JsonNode report =
                tills.shop().get("/api/v1/shifts/" + shift + "/report").body();
        assertThat(report.path("giftCards").asString()).isEqualTo("0.0000");
        assertThat(report.path("returned").asString()).isEqualTo("0.0000");
        assertThat(report.path("total").asString()).isEqualTo("0.0000");
        assertThat(day().isMissingNode()).isTrue();
    }

    private JsonNode summary(String by) {
        ShopHttp.Answer answer = tills.shop()
                .get("/api/v1/sales-summary?from=2026-03-01&to=2026-03-31&by=" + by + "&store="
                        + ShopHttp.encode(tills.store()));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    /** What the reconciliation is told of the store's only day. */
    private JsonNode day() {
        JsonNode days = tills.shop()
                .post("/api/v1/reconciliation/cuts", Map.of())
                .body()
                .path("days");
        return StreamSupport.stream(days.spliterator(), false)
                .filter(day -> day.path("store").asString().equals(tills.store()))
                .findFirst()
                .orElseGet(tools.jackson.databind.node.MissingNode::getInstance);
    }

    @SafeVarargs
    private Map<String, Object> sell(List<Map<String, Object>> lines, Map<String, Object>... payments) {
        Map<String, Object> order = ShopHttp.order(tills.store(), lines, "0");
        order.put("till", "R1");
        order.put("occurredAt", "2026-03-02T10:00:00Z");
        order.put("payments", List.of(payments));
        ShopHttp.Answer placed = till.post("/api/v1/orders", order);
        assertThat(placed.status()).as(placed.raw().body()).isEqualTo(201);
        return order;
    }

    private Map<String, Object> card(String code, String face) {
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(voucher, "1", face));
        line.put("giftCard", code);
        return line;
    }

    private String code() {
        return tills.shop()
                .post("/api/v1/gift-cards/codes", Map.of("count", 1))
                .body()
                .path(0)
                .asString();
    }

    private String service(String name) {
        String sku = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        tills.shop().put("/api/v1/products/" + sku, Map.of("name", name, "goods", false));
        return sku.toUpperCase(java.util.Locale.ROOT);
    }

    private String event(Map<String, Object> document) {
        return jdbc.sql("select payload from outbox where event_key = :id")
                .param("id", String.valueOf(document.get("id")))
                .query(String.class)
                .single();
    }
}
