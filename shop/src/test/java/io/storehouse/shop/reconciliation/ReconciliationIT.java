package io.storehouse.shop.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.contracts.Position;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShopTest
class ReconciliationIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String store;

    @BeforeEach
    void sell() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        shop.goods("MUG");
        shop.receive(store, "MUG", "10");
        shop.post(
                "/api/v1/orders",
                ShopHttp.order(
                        store, List.of(ShopHttp.line("MUG", "3", "2.5"), ShopHttp.line("MUG", "1", "0.333")), "7.83"));
        shop.post(
                "/api/v1/returns",
                Map.of(
                        "id", UUID.randomUUID(),
                        "store", store,
                        "occurredAt", "2026-03-02T11:00:00Z",
                        "lines", List.of(ShopHttp.line("MUG", "1", "2.5")),
                        "refunds", List.of(Map.of("id", UUID.randomUUID(), "tender", "card", "amount", "2.50"))));
    }

    @Test
    void cutsTheTablesAtAPositionOfTheBinaryLog() {
        ShopHttp.Answer cut = shop.post("/api/v1/reconciliation/cuts", Map.of());

        assertThat(cut.status()).isEqualTo(201);
        JsonNode day = day(cut);
        assertThat(day.path("orders").asInt()).isEqualTo(1);
        assertThat(day.path("returns").asInt()).isEqualTo(1);
        assertThat(day.path("units").asString()).isEqualTo("4.000");
        assertThat(day.path("gross").asString()).isEqualTo("7.8330");
        assertThat(day.path("net").asString()).isEqualTo("5.3330");
        assertThat(day.path("fingerprint").asString()).isEqualTo(fingerprintOfEvents());
        assertThat(cut.body().path("marks").size()).isEqualTo(16);
        assertThat(Position.parse(cut.body().path("position").asString()).incarnation())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from outbox where type = 'mark' and payload like :id")
                        .param("id", "%" + cut.body().path("markId").asString() + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(16);
        long later = Position.parse(shop.post("/api/v1/reconciliation/cuts", Map.of())
                        .body()
                        .path("position")
                        .asString())
                .sequence();
        assertThat(later)
                .isEqualTo(
                        Position.parse(cut.body().path("position").asString()).sequence() + 1);
    }

    @Test
    void showsALineChangedByHand() {
        String before = day(shop.post("/api/v1/reconciliation/cuts", Map.of()))
                .path("fingerprint")
                .asString();

        jdbc.sql("""
                update sale_line l join sale_order o on o.id = l.order_id join store s on s.id = o.store_id
                set l.amount = l.amount + 0.0001 where s.code = :store and l.line_no = 1
                """).param("store", store).update();

        assertThat(day(shop.post("/api/v1/reconciliation/cuts", Map.of()))
                        .path("fingerprint")
                        .asString())
                .isNotEqualTo(before);
    }

    @Test
    void keepsTheResultForTheBadge() {
        shop.put(
                "/api/v1/reconciliation/result",
                Map.of(
                        "exact",
                        false,
                        "compared",
                        7,
                        "differences",
                        List.of(Map.of("store", store)),
                        "at",
                        "2026-03-02T12:00:00Z"));

        JsonNode badge = shop.get("/api/v1/live").body().path("reconciliation");
        assertThat(badge.toString())
                .isEqualTo("{\"exact\":false,\"compared\":7,\"differences\":1,\"at\":\"2026-03-02T12:00:00Z\"}");
        assertThat(shop.get("/api/v1/reconciliation/result")
                        .body()
                        .path("differences")
                        .path(0)
                        .path("store")
                        .asString())
                .isEqualTo(store);
    }

    private JsonNode day(ShopHttp.Answer cut) {
        return cut.body()
                .path("days")
                .valueStream()
                .filter(day -> day.path("store").asString().equals(store))
                .findFirst()
                .orElseThrow();
    }

    private String fingerprintOfEvents() {
        return jdbc
                .sql("select payload from outbox where topic = 'storehouse.orders' and payload like :store")
                .param("store", "%" + store + "%")
                .query(String.class)
                .stream()
                .map(payload -> new BigDecimal(JsonMapper.shared()
                        .readTree(payload)
                        .path("payload")
                        .path("fingerprint")
                        .asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }
}
