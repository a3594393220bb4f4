package io.storehouse.shop.access;

import static io.storehouse.shop.access.Endpoint.Reach.CHAIN;
import static io.storehouse.shop.access.Endpoint.Reach.DOCUMENT;
import static io.storehouse.shop.access.Endpoint.Reach.EVERY_STORE;
import static io.storehouse.shop.access.Endpoint.Reach.LIST;
import static io.storehouse.shop.access.Endpoint.Reach.STORE;

import io.storehouse.shop.access.Endpoint.Reach;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every endpoint of the shop, a line each: method, path, who may call it, and what it touches. A new one needs its line here. */
final class Endpoints {
    static final List<Endpoint> ALL = List.of(
            post("/api/v1/session", Permission.COME_IN, CHAIN),
            get("/api/v1/session", Permission.OWN_SESSION, CHAIN),
            delete("/api/v1/session", Permission.OWN_SESSION, CHAIN),
            get("/api/v1/staff", Permission.READ_STAFF, LIST),
            get("/api/v1/staff/{username}", Permission.READ_STAFF, DOCUMENT),
            put("/api/v1/staff/{username}", Permission.MANAGE_STAFF, CHAIN),
            delete("/api/v1/staff/{username}", Permission.MANAGE_STAFF, CHAIN),
            put("/api/v1/staff/{username}/password", Permission.MANAGE_STAFF, CHAIN),
            put("/api/v1/staff/{username}/pin", Permission.MANAGE_STAFF, CHAIN),
            post("/api/v1/tills", Permission.ISSUE_TILL_TOKENS, STORE),
            get("/api/v1/audit", Permission.READ_AUDIT, LIST),
            get("/api/v1/stores", Permission.READ_STORES, LIST),
            get("/api/v1/stores/{code}", Permission.READ_STORES, STORE),
            put("/api/v1/stores/{code}", Permission.DEFINE_STORES, EVERY_STORE),
            get("/api/v1/products", Permission.READ_PRODUCTS, CHAIN),
            get("/api/v1/products/{sku}", Permission.READ_PRODUCTS, CHAIN),
            put("/api/v1/products/{sku}", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/customers", Permission.READ_CUSTOMERS, CHAIN),
            get("/api/v1/customers/{code}", Permission.READ_CUSTOMERS, CHAIN),
            put("/api/v1/customers/{code}", Permission.DEFINE_CUSTOMERS, CHAIN),
            post("/api/v1/orders", Permission.SELL, STORE),
            get("/api/v1/orders", Permission.READ_ORDERS, LIST),
            get("/api/v1/orders/{id}", Permission.READ_ORDERS, DOCUMENT),
            post("/api/v1/returns", Permission.TAKE_BACK, STORE),
            get("/api/v1/stock", Permission.READ_STOCK, STORE),
            get("/api/v1/stock/moves", Permission.READ_STOCK, STORE),
            post("/api/v1/stock/receipts", Permission.RECEIVE_STOCK, STORE),
            post("/api/v1/stock/adjustments", Permission.ADJUST_STOCK, STORE),
            post("/api/v1/imports", Permission.IMPORT, EVERY_STORE),
            get("/api/v1/imports", Permission.READ_IMPORTS, EVERY_STORE),
            get("/api/v1/imports/{id}", Permission.READ_IMPORTS, EVERY_STORE),
            get("/api/v1/imports/{id}/rejections", Permission.READ_IMPORTS, EVERY_STORE),
            get("/api/v1/metrics", Permission.READ_METRICS, CHAIN),
            get("/api/v1/live", Permission.READ_LIVE, EVERY_STORE),
            get("/api/v1/live/events", Permission.READ_LIVE, EVERY_STORE),
            get("/api/v1/live/figures", Permission.READ_LIVE, EVERY_STORE),
            post("/api/v1/reconciliation/cuts", Permission.RECONCILE, EVERY_STORE),
            put("/api/v1/reconciliation/result", Permission.RECONCILE, EVERY_STORE),
            get("/api/v1/reconciliation/result", Permission.READ_RECONCILIATION, EVERY_STORE),
            get("/v3/api-docs", Permission.OPERATE, CHAIN),
            get("/v3/api-docs.yaml", Permission.OPERATE, CHAIN),
            get("/actuator", Permission.OPERATE, CHAIN),
            get("/actuator/health", Permission.COME_IN, CHAIN),
            get("/actuator/health/**", Permission.COME_IN, CHAIN),
            new Endpoint(null, "/error", Permission.COME_IN, CHAIN));

    private Endpoints() {}

    /** The most specific pattern first, so that the order of the lines means nothing. */
    static List<Endpoint> bySpecificity() {
        Comparator<Endpoint> specificity = Comparator.comparing(
                endpoint -> PathPatternParser.defaultInstance.parse(endpoint.pattern()),
                PathPattern.SPECIFICITY_COMPARATOR);
        return ALL.stream().sorted(specificity).toList();
    }

    private static Endpoint get(String pattern, Permission permission, Reach reach) {
        return new Endpoint(HttpMethod.GET, pattern, permission, reach);
    }

    private static Endpoint post(String pattern, Permission permission, Reach reach) {
        return new Endpoint(HttpMethod.POST, pattern, permission, reach);
    }

    private static Endpoint put(String pattern, Permission permission, Reach reach) {
        return new Endpoint(HttpMethod.PUT, pattern, permission, reach);
    }

    private static Endpoint delete(String pattern, Permission permission, Reach reach) {
        return new Endpoint(HttpMethod.DELETE, pattern, permission, reach);
    }
}
