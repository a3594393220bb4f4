package io.storehouse.shop.days;

import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A store of its own with goods, a register and an open shift: where one request is tried. */
final class Scene {
    static final String AT = "2026-03-05T10:15:00Z";

    final ShopHttp shop;
    final People people;
    final String tag = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    final String store = "Scene " + tag;
    final String sku = "SCENE-" + tag;
    final String customer = "SCENE-M-" + tag;
    final String shift;

    Scene(int port, People people) {
        this.shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        this.people = people;
        shop.store(store);
        shop.put("/api/v1/products/" + sku, Map.of("name", "Goods", "goods", true, "price", "5.00"));
        shop.receive(store, sku, "100");
        shop.put("/api/v1/customers/" + customer, Map.of());
        shop.put("/api/v1/stores/" + encoded() + "/registers/R1", Map.of("name", "R1"));
        shift = made("/api/v1/shifts", opening("R1"));
    }

    String encoded() {
        return ShopHttp.encode(store);
    }

    Map<String, Object> opening(String register) {
        return Body.of("id", UUID.randomUUID(), "store", store, "register", register, "openingFloat", "50");
    }

    /** Makes a document that the request needs; returns its id. */
    String made(String path, Map<String, Object> body) {
        ShopHttp.Answer answer = shop.post(path, body);
        if (answer.status() != 201) {
            throw new IllegalStateException(
                    "Failed to make " + path + " " + body + ": " + answer.raw().body());
        }
        return Body.text(body, "id");
    }

    Map<String, Object> document() {
        return Body.of("id", UUID.randomUUID(), "reference", "S", "store", store, "occurredAt", AT);
    }

    Map<String, Object> lines(Map<String, Object> body, Map<String, Object> line) {
        body.put("lines", List.of(line));
        return body;
    }

    Map<String, Object> order() {
        Map<String, Object> order =
                Body.of("id", UUID.randomUUID(), "store", store, "till", "R1", "customer", customer, "occurredAt", AT);
        lines(order, Body.of("id", UUID.randomUUID(), "sku", sku, "quantity", "2", "unitPrice", "5"));
        order.put("payments", List.of(Body.of("id", UUID.randomUUID(), "tender", "cash", "amount", "10")));
        return order;
    }

    Map<String, Object> takeback(Object order) {
        Map<String, Object> body =
                Body.of("id", UUID.randomUUID(), "store", store, "till", "R1", "orderId", order, "occurredAt", AT);
        lines(
                body,
                Body.of(
                        "id",
                        UUID.randomUUID(),
                        "orderLineNo",
                        1,
                        "sku",
                        sku,
                        "quantity",
                        "1",
                        "unitPrice",
                        "5",
                        "reason",
                        "broken"));
        body.put("refunds", List.of(Body.of("id", UUID.randomUUID(), "tender", "cash", "amount", "5")));
        return body;
    }

    Map<String, Object> flashSale(String from, String price) {
        return Body.of(
                "name",
                "A sale",
                "store",
                store,
                "sku",
                sku,
                "price",
                price,
                "quota",
                2,
                "from",
                from,
                "until",
                "2099-01-01T00:00:00Z",
                "payWithinSeconds",
                600);
    }

    /** The path of a flash sale that sells now. */
    String openFlashSale() {
        return put("/api/v1/flash-sales/" + UUID.randomUUID(), flashSale("2026-01-01T00:00:00Z", "1"), "");
    }

    /** A message that could not be delivered, by its id; only events make them, and nothing carries any here. */
    String deadNotification() {
        String id = UUID.randomUUID().toString();
        JdbcClient.create(new DriverManagerDataSource(
                        RealEngines.MARIADB.jdbcUrl("shop"),
                        "shop",
                        RealEngines.MARIADB.passwords().shop()))
                .sql("""
                        insert into notification (
                            uuid, event_id, channel, kind, document, store, customer, language, status, next_try_at,
                            expires_at, place, created_at)
                        values (:id, :id, 'sms', 'order_paid', :id, :store, 'C', 'en', 'dead', utc_timestamp(6),
                            utc_timestamp(6), '-', utc_timestamp(6))
                        """)
                .param("id", id)
                .param("store", store)
                .update();
        return id;
    }

    /** The hash of a picture that the shop keeps. */
    String image() {
        return shop.upload("/api/v1/images", HttpRequest.BodyPublishers.ofByteArray(Pixel.png()))
                .body()
                .path("hash")
                .asString();
    }

    Map<String, Object> goods(Map<String, Object> body) {
        return lines(body, Body.of("sku", sku, "quantity", "3"));
    }

    Map<String, Object> dispatch() {
        String destination = "Depot " + tag;
        shop.store(destination);
        return goods(Body.of(
                "id",
                UUID.randomUUID(),
                "reference",
                "S",
                "source",
                store,
                "destination",
                destination,
                "occurredAt",
                AT));
    }

    Map<String, Object> reservation() {
        Map<String, Object> body = goods(document());
        body.put("ttlSeconds", 3600);
        return body;
    }

    Map<String, Object> entry() {
        return Body.of(
                "id",
                UUID.randomUUID(),
                "sku",
                sku,
                "place",
                "shelf",
                "counter",
                "me",
                "quantity",
                "99",
                "countedAt",
                AT);
    }

    Map<String, Object> purchase() {
        shop.put("/api/v1/suppliers/SCENE", Map.of("name", "Supplier", "leadTimeDays", 1));
        Map<String, Object> body = Body.of("id", UUID.randomUUID(), "store", store);
        body.put("content", content());
        return body;
    }

    Map<String, Object> content() {
        return lines(Body.of("supplier", "SCENE"), Body.of("sku", sku, "quantity", "4", "cost", "2"));
    }

    /** A purchase order after these steps, each of the next version; returns its path. */
    String purchased(String... steps) {
        String path = "/api/v1/purchase-orders/" + made("/api/v1/purchase-orders", purchase());
        for (int i = 0; i < steps.length; i++) {
            made(path + "/" + steps[i], step(i + 1));
        }
        return path;
    }

    static Map<String, Object> step(int version) {
        return Body.of("id", UUID.randomUUID(), "version", version);
    }

    Map<String, Object> delivery() {
        return lines(
                Body.of("id", UUID.randomUUID(), "reference", "D", "occurredAt", AT),
                Body.of("lineNo", 1, "quantity", "2", "reason", "as it is"));
    }

    Map<String, Object> held() {
        return Body.of(
                "id", UUID.randomUUID(), "store", store, "till", "R1", "label", "somebody", "cart", List.of("a cart"));
    }

    Map<String, Object> rule(String term, String value) {
        Map<String, Object> rule =
                Body.of("name", "a rule", "startsAt", "2026-01-01T00:00:00Z", "endsAt", "2027-01-01T00:00:00Z");
        rule.put("stores", List.of(store));
        rule.put("terms", Map.of(term, value));
        return rule;
    }

    Map<String, Object> giftCard() {
        return Body.of(
                "id",
                UUID.randomUUID(),
                "store",
                store,
                "code",
                UUID.randomUUID().toString().substring(0, 18) + "CARD",
                "amount",
                "20",
                "occurredAt",
                AT);
    }

    Map<String, Object> consent() {
        return Body.of(
                "id", UUID.randomUUID(), "purpose", "profiling", "granted", true, "source", "till", "occurredAt", AT);
    }

    Map<String, Object> redemption() {
        Map<String, Object> programme = Body.of(
                "currency",
                "GBP",
                "pointsPerUnit",
                "2",
                "pointValue",
                "0.01",
                "tierMonths",
                12,
                "validFrom",
                "2020-01-01");
        shop.put("/api/v1/loyalty/programme", programme);
        made("/api/v1/orders", order());
        return Body.of("id", UUID.randomUUID(), "store", store, "customer", customer, "points", 5, "occurredAt", AT);
    }

    Map<String, Object> prices() {
        return lines(
                Body.of("id", UUID.randomUUID(), "store", store, "reason", "why not"),
                Body.of("sku", sku, "price", "6"));
    }

    /** Defines something first; returns the path of what is defined in it. */
    String put(String path, Map<String, Object> body, String more) {
        ShopHttp.Answer answer = shop.put(path, body);
        if (answer.status() != 200) {
            throw new IllegalStateException(
                    "Failed to define " + path + ": " + answer.raw().body());
        }
        return path + more;
    }
}
