package io.storehouse.shop.access;

import io.storehouse.shop.ShopHttp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a document of each kind in a store, so that it can be asked for by others. */
final class StoreDocuments {
    /** After what the samples close. */
    private static final String AT = "2026-03-05T10:15:00Z";

    private final ShopHttp shop;
    private final JdbcClient jdbc;

    StoreDocuments(ShopHttp shop, JdbcClient jdbc) {
        this.shop = shop;
        this.jdbc = jdbc;
    }

    /** The pattern's path, with a document of the store in its first variable. */
    String path(String pattern, String store) {
        String variable = pattern.substring(pattern.indexOf('{'), pattern.indexOf('}') + 1);
        String path = pattern.replace(variable, make(kind(pattern), store));
        return path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    private static String kind(String pattern) {
        return pattern.substring("/api/v1/".length(), pattern.indexOf("/{")).replaceFirst("^exports/", "");
    }

    private String make(String kind, String store) {
        return switch (kind) {
            case "orders" -> order(store);
            case "returns" -> takeback(store);
            case "shifts" -> shift(store);
            case "held-sales" -> held(store);
            case "stock/receipts" -> receipt(store, goods());
            case "stock/adjustments" -> adjustment(store);
            case "stock/reservations" -> reservation(store);
            case "stock/transfers" -> transfer(store);
            case "stock/counts" -> post("/api/v1/stock/counts", document(store));
            case "purchase-orders" -> purchase(store);
            case "notifications" -> notification(store);
            case "transfers/reports" -> file();
            case "flash-sales" -> flashSale(store);
            default -> throw new IllegalArgumentException("How is a document of " + kind + " made?");
        };
    }

    /** A sale of a service. */
    String order(String store) {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("POST", "1", "1")), "1");
        order.put("occurredAt", AT);
        return post("/api/v1/orders", order);
    }

    /** A return of a service, without a receipt. */
    String takeback(String store) {
        Map<String, Object> body = ShopHttp.order(store, List.of(ShopHttp.line("POST", "1", "1")), "1");
        body.put("occurredAt", AT);
        body.put("refunds", body.remove("payments"));
        return post("/api/v1/returns", body);
    }

    private String shift(String store) {
        String register = "R-" + UUID.randomUUID().toString().substring(0, 8);
        shop.put(
                "/api/v1/stores/" + ShopHttp.encode(store) + "/registers/" + register,
                Map.of("name", "Register " + register));
        return post(
                "/api/v1/shifts",
                Map.of("id", UUID.randomUUID(), "store", store, "register", register, "openingFloat", "0"));
    }

    private String held(String store) {
        String till = "H-" + UUID.randomUUID().toString().substring(0, 8);
        shop.put("/api/v1/stores/" + ShopHttp.encode(store) + "/registers/" + till, Map.of("name", till));
        post("/api/v1/shifts", Map.of("id", UUID.randomUUID(), "store", store, "register", till, "openingFloat", "0"));
        return post(
                "/api/v1/held-sales", Map.of("id", UUID.randomUUID(), "store", store, "till", till, "cart", List.of()));
    }

    private String goods() {
        String sku = "DOC-" + UUID.randomUUID().toString().substring(0, 8);
        shop.goods(sku);
        return sku;
    }

    private String receipt(String store, String sku) {
        Map<String, Object> body = document(store);
        body.put("assumed", false);
        body.put("lines", List.of(Map.of("sku", sku, "quantity", "5", "unitCost", "1")));
        return post("/api/v1/stock/receipts", body);
    }

    private String adjustment(String store) {
        Map<String, Object> body = document(store);
        body.put("lines", List.of(Map.of("sku", goods(), "quantity", "1", "reason", "found")));
        return post("/api/v1/stock/adjustments", body);
    }

    private String reservation(String store) {
        String sku = goods();
        receipt(store, sku);
        Map<String, Object> body = document(store);
        body.put("ttlSeconds", 3600);
        body.put("lines", List.of(Map.of("sku", sku, "quantity", "1")));
        return post("/api/v1/stock/reservations", body);
    }

    private String transfer(String store) {
        String sku = goods();
        receipt(store, sku);
        String destination = "Depot " + UUID.randomUUID();
        shop.store(destination);
        Map<String, Object> body = document(store);
        body.remove("store");
        body.put("source", store);
        body.put("destination", destination);
        body.put("lines", List.of(Map.of("sku", sku, "quantity", "1")));
        return post("/api/v1/stock/transfers", body);
    }

    private String flashSale(String store) {
        String sku = goods();
        receipt(store, sku);
        String id = UUID.randomUUID().toString();
        ShopHttp.Answer made = shop.put(
                "/api/v1/flash-sales/" + id,
                Map.of(
                        "name",
                        "Document",
                        "store",
                        store,
                        "sku",
                        sku,
                        "price",
                        "1",
                        "quota",
                        1,
                        "from",
                        "2026-03-02T10:15:00Z",
                        "until",
                        "2099-03-02T10:15:00Z",
                        "payWithinSeconds",
                        60));
        if (made.status() != 200) {
            throw new IllegalStateException(
                    "Failed to make a flash sale: " + made.raw().body());
        }
        return id;
    }

    private String purchase(String store) {
        shop.put("/api/v1/suppliers/DOC", Map.of("name", "Supplier of documents", "leadTimeDays", 1));
        Map<String, Object> content =
                Map.of("supplier", "DOC", "lines", List.of(Map.of("sku", goods(), "quantity", "1", "cost", "1")));
        return post(
                "/api/v1/purchase-orders",
                new LinkedHashMap<>(Map.of("id", UUID.randomUUID(), "store", store, "content", content)));
    }

    /** Only events make them, and nothing carries any here. */
    private String notification(String store) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into notification (uuid, event_id, channel, kind, document, store, customer, language, status, next_try_at,
                    expires_at, place, created_at)
                values (:id, :id, 'sms', 'order_paid', :id, :store, 'C', 'en', 'dead', utc_timestamp(6), utc_timestamp(6), '-',
                    utc_timestamp(6))
                """).param("id", id).param("store", store).update();
        return id;
    }

    /** A file that another sent. */
    private String file() {
        UUID id = UUID.randomUUID();
        shop.upload("/api/v1/transfers/products?id=" + id, "sku,name\n");
        return id.toString();
    }

    private static Map<String, Object> document(String store) {
        return new LinkedHashMap<>(
                Map.of("id", UUID.randomUUID(), "reference", "DOC", "store", store, "occurredAt", AT));
    }

    private String post(String path, Map<String, Object> body) {
        ShopHttp.Answer answer = shop.post(path, body);
        if (answer.status() != 201) {
            throw new IllegalStateException(
                    "Failed to make a document by " + path + ": " + answer.raw().body());
        }
        return String.valueOf(body.get("id"));
    }
}
