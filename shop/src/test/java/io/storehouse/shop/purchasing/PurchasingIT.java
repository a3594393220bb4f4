package io.storehouse.shop.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class PurchasingIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String store;
    private String supplier;
    private String mug;
    private String cup;

    @BeforeEach
    void openStore() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        supplier = code("SUP");
        shop.put("/api/v1/suppliers/" + supplier, Map.of("name", "Potter & Co", "leadTimeDays", 7));
        mug = code("MUG");
        cup = code("CUP");
        shop.goods(mug);
        shop.goods(cup);
    }

    @Test
    void bringsAnOrderFromDraftToReceived() {
        UUID order = draft("0");
        assertThat(incoming(mug)).isEqualTo("0");
        assertThat(step(order, "submit", 1).status()).isEqualTo(201);
        assertThat(step(order, "approve", 2).status()).isEqualTo(201);
        assertThat(incoming(mug)).isEqualTo("10.000");

        assertThat(receive(order, "4", "5").status()).isEqualTo(201);
        assertThat(state(order)).isEqualTo("partly_received 4");
        assertThat(incoming(mug)).isEqualTo("6.000");
        assertThat(incoming(cup)).isEqualTo("0");
        assertThat(receive(order, "6").status()).isEqualTo(201);

        assertThat(state(order)).isEqualTo("received 5");
        assertThat(incoming(mug)).isEqualTo("0");
        assertThat(onHand(mug)).isEqualTo("10.000");
        assertThat(onHand(cup)).isEqualTo("5.000");
        JsonNode told = shop.get("/api/v1/purchase-orders/" + order).body();
        assertThat(told.path("steps").findValuesAsString("step"))
                .containsExactly("draft", "submit", "approve", "receive", "receive");
        assertThat(told.path("movements").size()).isEqualTo(2);
        assertThat(events(order))
                .containsExactly("draft 1", "submitted 2", "approved 3", "partly_received 4", "received 5");
        assertThat(jdbc.sql("""
                        select l.unit_cost from stock_receipt r
                        join stock_receipt_line l on l.receipt_id = r.id
                        where r.store_id = (select id from store where code = :store) and l.sku = :sku limit 1
                        """)
                        .param("store", store)
                        .param("sku", mug)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("2.5");
    }

    @Test
    void takesEachStepOnlyFromItsStateAndVersion() {
        UUID order = draft("0");

        assertThat(step(order, "approve", 1).code()).isEqualTo("purchase-order-changed");
        assertThat(step(order, "close", 1).code()).isEqualTo("purchase-order-changed");
        assertThat(receive(order, "1").code()).isEqualTo("purchase-order-changed");
        assertThat(step(order, "submit", 7).code()).isEqualTo("purchase-order-changed");
        assertThat(step(order, "submit", 1).status()).isEqualTo(201);
        assertThat(step(order, "reject", 2).status()).isEqualTo(201);
        assertThat(state(order)).isEqualTo("draft 3");
        assertThat(step(order, "cancel", 3).status()).isEqualTo(201);
        assertThat(step(order, "submit", 4).code()).isEqualTo("purchase-order-changed");
        assertThat(step(UUID.randomUUID(), "submit", 1).code()).isEqualTo("purchase-order-not-found");
    }

    @Test
    void approvesOrCancelsButNeverBoth() {
        for (int round = 0; round < 8; round++) {
            UUID order = draft("0");
            step(order, "submit", 1);

            List<Integer> statuses = AtOnce.run(
                    4,
                    i -> step(
                                    order,
                                    List.of("approve", "cancel", "approve", "reject")
                                            .get(i),
                                    2)
                            .status());

            assertThat(statuses).containsOnlyOnce(201).contains(409);
            assertThat(state(order)).endsWith(" 3");
            boolean approved = state(order).startsWith("approved");
            assertThat(awaited(order)).isEqualTo(approved ? 2 : 0);
        }
    }

    @Test
    void takesNoMoreThanWasOrderedFromReceiptsThatRace() {
        UUID order = approved("0");

        List<Integer> statuses = AtOnce.run(8, i -> receive(order, "3").status());

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(5);
        assertThat(onHand(mug)).isEqualTo("9.000");
        assertThat(incoming(mug)).isEqualTo("1.000");
    }

    @Test
    void letsCancellingAndReceivingExcludeEachOther() {
        for (int round = 0; round < 6; round++) {
            UUID order = approved("0");
            List<Integer> statuses = AtOnce.run(List.of(
                    () -> step(order, "cancel", 3).status(),
                    () -> receive(order, "1").status()));

            assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void refusesWhatNoTableHolds() {
        shop.put("/api/v1/units/BOX", Map.of("name", "Box"));
        shop.put(
                "/api/v1/products/" + mug + "/units",
                Map.of("unit", "PIECE", "packs", List.of(Map.of("unit", "BOX", "factor", "0.001"))));
        for (String date : List.of("-0001-01-01", "+12345-01-01")) {
            Map<String, Object> content = new HashMap<>(content("0", List.of(line(mug, null, "1", "1"))));
            content.put("expectedOn", date);
            assertThat(post(UUID.randomUUID(), content).code()).as(date).isEqualTo("unreadable");
        }

        ShopHttp.Answer dear = post(UUID.randomUUID(), content("0", List.of(line(mug, "BOX", "1", "9".repeat(15)))));

        assertThat(dear.code()).as(dear.raw().body()).isEqualTo("invalid-number");
    }

    @Test
    void toleratesAsMuchMoreAsAgreed() {
        UUID order = approved("10");

        assertThat(receive(order, "11.001").code()).isEqualTo("over-receipt");
        assertThat(onHand(mug)).isEqualTo("");
        assertThat(receive(order, "11").status()).isEqualTo(201);
        assertThat(onHand(mug)).isEqualTo("11.000");
        assertThat(incoming(mug)).isEqualTo("0");
        assertThat(receive(order, "0.001").code()).isEqualTo("over-receipt");
    }

    @Test
    void awaitsNothingMoreOfAClosedOrder() {
        UUID order = approved("0");
        receive(order, "4");

        assertThat(step(order, "close", 4).status()).isEqualTo(201);

        assertThat(incoming(mug)).isEqualTo("0");
        assertThat(receive(order, "1").code()).isEqualTo("purchase-order-changed");
    }

    @Test
    void sendsBackNoMoreThanCameIn() {
        UUID order = approved("0");
        receive(order, "6");

        List<Integer> statuses = AtOnce.run(6, i -> giveBack(order, "2").status());

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(onHand(mug)).isEqualTo("0.000");
        assertThat(shop.get("/api/v1/purchase-orders/" + order)
                        .body()
                        .path("lines")
                        .path(0)
                        .path("returned")
                        .asString())
                .isEqualTo("6.000");
        assertThat(jdbc.sql("select count(*) from outbox where type = 'goods_returned_to_supplier'"
                                + " and json_value(payload, '$.payload.order_id') = :order")
                        .param("order", order.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void sendsBackOnlyWhatIsStillThere() {
        UUID order = approved("0");
        receive(order, "6");
        shop.post("/api/v1/orders", ShopHttp.order(store, List.of(ShopHttp.line(mug, "5", "1")), "5"));

        assertThat(giveBack(order, "2").code()).isEqualTo("insufficient-stock");
        assertThat(state(order)).isEqualTo("partly_received 4");
        assertThat(giveBack(order, "1").status()).isEqualTo(201);
        JsonNode moves = shop.get("/api/v1/stock/ledger?store=" + ShopHttp.encode(store) + "&sku=" + mug)
                .body();
        assertThat(moves.valueStream().map(move -> move.path("kind").asString()))
                .as("a return to the supplier is no correction")
                .containsExactly("receipt", "sale", "supplier-return");
        assertThat(jdbc.sql(
                                "select json_value(payload, '$.payload.moves[0].kind') from outbox"
                                        + " where type = 'stock_adjusted' and json_value(payload, '$.payload.moves[0].sku') = :sku")
                        .param("sku", mug)
                        .query(String.class)
                        .list())
                .containsExactly("supplier-return");
    }

    @Test
    void answersAReplayAsTheFirstTime() {
        UUID order = approved("0");
        Map<String, Object> body = goods("4");
        ShopHttp.Answer first = shop.post("/api/v1/purchase-orders/" + order + "/receipts", body);

        List<ShopHttp.Answer> again =
                AtOnce.run(4, i -> shop.post("/api/v1/purchase-orders/" + order + "/receipts", body));

        assertThat(again).allSatisfy(answer -> assertThat(answer.body()).isEqualTo(first.body()));
        assertThat(onHand(mug)).isEqualTo("4.000");
        body.put("reference", "other");
        assertThat(shop.post("/api/v1/purchase-orders/" + order + "/receipts", body)
                        .code())
                .isEqualTo("idempotency-conflict");
        Map<String, Object> step = Map.of("id", UUID.randomUUID(), "version", 4);
        assertThat(shop.post("/api/v1/purchase-orders/" + order + "/close", step)
                        .status())
                .isEqualTo(201);
        assertThat(shop.post("/api/v1/purchase-orders/" + order + "/close", step)
                        .status())
                .as("a replayed step is no second one")
                .isEqualTo(201);
        assertThat(shop.post("/api/v1/purchase-orders/" + order + "/cancel", step)
                        .code())
                .isEqualTo("idempotency-conflict");
    }

    @Test
    void revisesOnlyTheDraftThatWasSeen() {
        UUID order = draft("0");
        Map<String, Object> revision = new HashMap<>();
        revision.put("id", UUID.randomUUID());
        revision.put("version", 1);
        revision.put("content", content("0", List.of(line(cup, null, "3", "1"))));

        assertThat(shop.post("/api/v1/purchase-orders/" + order + "/revisions", revision)
                        .status())
                .isEqualTo(201);

        JsonNode told = shop.get("/api/v1/purchase-orders/" + order).body();
        assertThat(told.path("lines").findValuesAsString("sku")).containsExactly(cup);
        assertThat(told.path("version").asLong()).isEqualTo(2);
        revision.put("id", UUID.randomUUID());
        assertThat(shop.post("/api/v1/purchase-orders/" + order + "/revisions", revision)
                        .code())
                .isEqualTo("purchase-order-changed");
    }

    @Test
    void ordersInPacksExactly() {
        shop.put(
                "/api/v1/products/" + mug + "/units",
                Map.of("unit", "PIECE", "packs", List.of(Map.of("unit", "BOX", "factor", "12"))));
        UUID order = UUID.randomUUID();

        assertThat(post(order, content("0", List.of(line(mug, "box", "5", "30"))))
                        .status())
                .isEqualTo(201);

        JsonNode line = shop.get("/api/v1/purchase-orders/" + order)
                .body()
                .path("lines")
                .path(0);
        assertThat(line.path("quantity").asString()).isEqualTo("60.000");
        assertThat(line.path("unitCost").asString()).isEqualTo("2.5000");
        assertThat(post(UUID.randomUUID(), content("0", List.of(line(cup, "BOX", "5", "30"))))
                        .code())
                .isEqualTo("invalid-purchase-order");
    }

    @Test
    void refusesWhatCannotBeOrdered() {
        Map<String, Object> good = line(mug, null, "1", "1");
        assertThat(post(UUID.randomUUID(), Map.of("supplier", "NOBODY", "lines", List.of(good)))
                        .code())
                .isEqualTo("unknown-supplier");
        assertThat(post(UUID.randomUUID(), content("101", List.of(good))).code())
                .isEqualTo("invalid-purchase-order");
        assertThat(post(UUID.randomUUID(), content("0", List.of(line(mug, null, "0", "1"))))
                        .code())
                .isEqualTo("invalid-purchase-order");
        assertThat(post(UUID.randomUUID(), content("0", List.of(line(code("NONE"), null, "1", "1"))))
                        .code())
                .isEqualTo("unknown-sku");
        shop.put("/api/v1/products/" + mug + "/status", Map.of("status", "DELISTED"));
        assertThat(post(UUID.randomUUID(), content("0", List.of(good))).code()).isEqualTo("product-delisted");
    }

    @Test
    void tellsOfASupplierOnce() {
        for (int i = 0; i < 3; i++) {
            shop.put("/api/v1/suppliers/" + supplier, Map.of("name", "Potter & Co", "leadTimeDays", 7));
        }

        assertThat(jdbc.sql("select count(*) from outbox where event_key = :code and type = 'supplier_changed'")
                        .param("code", supplier)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void readsIncomingByItsIndex() {
        approved("0");
        approved("0");
        assertThat(purchasing.incoming(store, List.of(mug, cup, "NONE"))).hasSize(2);
        for (String sql : List.of(
                PurchaseViews.INCOMING.formatted("sku in ('A', 'B')"),
                PurchaseViews.INCOMING.formatted("sku > 'A'") + " order by sku limit 10")) {
            assertThat(jdbc.sql("explain " + sql.replace(":store", "'" + store + "'"))
                            .query()
                            .listOfRows())
                    .filteredOn(row -> "purchase_line".equals(row.get("table")))
                    .hasSize(1)
                    .allSatisfy(row -> assertThat(row).containsEntry("key", "purchase_line_awaited"));
        }
    }

    private UUID approved(String overPercent) {
        UUID order = draft(overPercent);
        step(order, "submit", 1);
        assertThat(step(order, "approve", 2).status()).isEqualTo(201);
        return order;
    }

    private UUID draft(String overPercent) {
        UUID order = UUID.randomUUID();
        ShopHttp.Answer answer =
                post(order, content(overPercent, List.of(line(mug, null, "10", "2.5"), line(cup, null, "5", "1"))));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return order;
    }

    private ShopHttp.Answer post(UUID order, Map<String, Object> content) {
        return shop.post("/api/v1/purchase-orders", Map.of("id", order, "store", store, "content", content));
    }

    private Map<String, Object> content(String overPercent, List<Map<String, Object>> lines) {
        return Map.of("supplier", supplier, "overReceiptPercent", overPercent, "lines", lines);
    }

    private static Map<String, Object> line(
            String sku, @org.jspecify.annotations.Nullable String pack, String quantity, String cost) {
        Map<String, Object> line = new HashMap<>();
        line.put("sku", sku);
        line.put("pack", pack);
        line.put("quantity", quantity);
        line.put("cost", cost);
        return line;
    }

    private ShopHttp.Answer step(UUID order, String step, long version) {
        return shop.post(
                "/api/v1/purchase-orders/" + order + "/" + step, Map.of("id", UUID.randomUUID(), "version", version));
    }

    /** Of the first line, the second, in their order. */
    private ShopHttp.Answer receive(UUID order, String... quantities) {
        return shop.post("/api/v1/purchase-orders/" + order + "/receipts", goods(quantities));
    }

    private ShopHttp.Answer giveBack(UUID order, String... quantities) {
        return shop.post("/api/v1/purchase-orders/" + order + "/returns", goods(quantities));
    }

    private static Map<String, Object> goods(String... quantities) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("reference", "D1");
        body.put("occurredAt", "2026-03-01T09:00:00Z");
        body.put(
                "lines",
                IntStream.range(0, quantities.length)
                        .mapToObj(i -> Map.of("lineNo", i + 1, "quantity", quantities[i]))
                        .toList());
        return body;
    }

    private String state(UUID order) {
        JsonNode told = shop.get("/api/v1/purchase-orders/" + order).body();
        return told.path("state").asString() + " " + told.path("version").asLong();
    }

    private String incoming(String sku) {
        return purchasing
                .incoming(store, List.of(sku))
                .getOrDefault(sku, BigDecimal.ZERO)
                .toPlainString();
    }

    private long awaited(UUID order) {
        return jdbc.sql("""
                select count(*) from purchase_line
                where awaited and order_id = (select id from purchase_order where uuid = :id)
                """).param("id", order.toString()).query(Long.class).single();
    }

    private List<String> events(UUID order) {
        return jdbc.sql("""
                select concat(json_value(payload, '$.payload.state'), ' ', json_value(payload, '$.payload.version'))
                from outbox where event_key = :id and type = 'purchase_order_changed' order by id
                """).param("id", order.toString()).query(String.class).list();
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

    private static String code(String stem) {
        return stem + "-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    }
}
