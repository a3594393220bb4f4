package io.storehouse.shop.access;

import static io.storehouse.shop.access.Endpoint.Reach.CHAIN;
import static io.storehouse.shop.access.Endpoint.Reach.DOCUMENT;
import static io.storehouse.shop.access.Endpoint.Reach.EVERY_STORE;
import static io.storehouse.shop.access.Endpoint.Reach.LIST;
import static io.storehouse.shop.access.Endpoint.Reach.STORE;

import io.storehouse.shop.access.Endpoint.Reach;
import io.storehouse.shop.exports.ExportedList;
import io.storehouse.shop.exports.ExportedLists;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every endpoint of the shop, a line each: method, path, who may call it, and what it touches. A new one needs its line here. */
final class Endpoints {
    static final List<Endpoint> ALL = withExports(
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
            get("/api/v1/customers/{code}", Permission.FIND_CUSTOMERS, CHAIN),
            put("/api/v1/customers/{code}", Permission.DEFINE_CUSTOMERS, CHAIN),
            post("/api/v1/orders", Permission.SELL, STORE),
            get("/api/v1/orders", Permission.READ_ORDERS, LIST),
            get("/api/v1/orders/{id}", Permission.READ_ORDERS, DOCUMENT),
            post("/api/v1/returns", Permission.TAKE_BACK, STORE),
            get("/api/v1/returns", Permission.READ_ORDERS, LIST),
            get("/api/v1/returns/{id}", Permission.READ_ORDERS, DOCUMENT),
            get("/api/v1/sales-summary", Permission.READ_SUMMARY, LIST),
            get("/api/v1/stock", Permission.READ_STOCK, STORE),
            get("/api/v1/stock/moves", Permission.READ_STOCK, STORE),
            post("/api/v1/stock/receipts", Permission.RECEIVE_STOCK, STORE),
            post("/api/v1/stock/adjustments", Permission.ADJUST_STOCK, STORE),
            post("/api/v1/imports", Permission.IMPORT, EVERY_STORE),
            get("/api/v1/imports", Permission.READ_IMPORTS, EVERY_STORE),
            get("/api/v1/imports/{id}", Permission.READ_IMPORTS, EVERY_STORE),
            get("/api/v1/imports/{id}/rejections", Permission.READ_IMPORTS, EVERY_STORE),
            post("/api/v1/carts/price", Permission.SELL, STORE),
            get("/api/v1/categories", Permission.READ_PRODUCTS, CHAIN),
            get("/api/v1/categories/{code}", Permission.READ_PRODUCTS, CHAIN),
            put("/api/v1/categories/{code}", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/coupon-campaigns", Permission.READ_PROMOTIONS, CHAIN),
            get("/api/v1/coupon-campaigns/{code}", Permission.READ_PROMOTIONS, CHAIN),
            put("/api/v1/coupon-campaigns/{code}", Permission.DEFINE_PROMOTIONS, CHAIN),
            get("/api/v1/coupon-campaigns/{code}/codes", Permission.DEFINE_PROMOTIONS, CHAIN),
            post("/api/v1/coupon-campaigns/{code}/codes", Permission.DEFINE_PROMOTIONS, CHAIN),
            get("/api/v1/coupons/{coupon}/uses", Permission.READ_PROMOTIONS, CHAIN),
            post("/api/v1/customers/search", Permission.FIND_CUSTOMERS, CHAIN),
            get("/api/v1/customers/{code}/consents", Permission.READ_CUSTOMERS, CHAIN),
            post("/api/v1/customers/{code}/consents", Permission.DEFINE_CUSTOMERS, CHAIN),
            get("/api/v1/customers/{code}/consents/history", Permission.READ_CUSTOMERS, CHAIN),
            post("/api/v1/customers/{code}/erase", Permission.ERASE_CUSTOMERS, CHAIN),
            post("/api/v1/customers/{code}/merge-into/{other}", Permission.MERGE_CUSTOMERS, CHAIN),
            get("/api/v1/customers/{code}/profile", Permission.READ_CUSTOMERS, CHAIN),
            post("/api/v1/exchanges", Permission.TAKE_BACK, STORE),
            get("/api/v1/flash-sales", Permission.READ_PRICES, LIST),
            get("/api/v1/flash-sales/{id}", Permission.READ_PRICES, DOCUMENT),
            put("/api/v1/flash-sales/{id}", Permission.DEFINE_FLASH_SALES, STORE),
            post("/api/v1/flash-sales/{id}/cancel", Permission.DEFINE_FLASH_SALES, DOCUMENT),
            post("/api/v1/flash-sales/{sale}/claims", Permission.SELL, DOCUMENT),
            get("/api/v1/flash-sales/{sale}/claims/{claim}", Permission.SELL, DOCUMENT),
            get("/api/v1/gift-cards", Permission.READ_GIFT_CARDS, CHAIN),
            post("/api/v1/gift-cards", Permission.ISSUE_GIFT_CARDS, CHAIN),
            post("/api/v1/gift-cards/balance", Permission.SELL, CHAIN),
            post("/api/v1/gift-cards/codes", Permission.ISSUE_GIFT_CARDS, CHAIN),
            get("/api/v1/gift-cards/{id}", Permission.READ_GIFT_CARDS, CHAIN),
            get("/api/v1/gift-cards/{id}/entries", Permission.READ_GIFT_CARDS, CHAIN),
            get("/api/v1/held-sales", Permission.KEEP_DRAWER, STORE),
            post("/api/v1/held-sales", Permission.KEEP_DRAWER, STORE),
            post("/api/v1/held-sales/hand-over", Permission.KEEP_DRAWER, STORE),
            post("/api/v1/held-sales/{id}/recall", Permission.KEEP_DRAWER, DOCUMENT),
            post("/api/v1/images", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/images/{hash}", Permission.READ_PRICES, CHAIN),
            get("/api/v1/images/{hash}/thumbnail", Permission.READ_PRICES, CHAIN),
            get("/api/v1/loyalty/members", Permission.READ_CUSTOMERS, CHAIN),
            get("/api/v1/loyalty/members/{code}", Permission.FIND_CUSTOMERS, CHAIN),
            get("/api/v1/loyalty/members/{code}/points", Permission.READ_CUSTOMERS, CHAIN),
            get("/api/v1/loyalty/programme", Permission.READ_CUSTOMERS, CHAIN),
            put("/api/v1/loyalty/programme", Permission.KEEP_LOYALTY, CHAIN),
            get("/api/v1/loyalty/proof", Permission.KEEP_LOYALTY, CHAIN),
            post("/api/v1/loyalty/redemptions", Permission.SELL, CHAIN),
            post("/api/v1/loyalty/redemptions/{id}/cancel", Permission.SELL, CHAIN),
            post("/api/v1/loyalty/rounds", Permission.KEEP_LOYALTY, CHAIN),
            get("/api/v1/notifications", Permission.READ_NOTIFICATIONS, LIST),
            get("/api/v1/notifications/channels", Permission.READ_NOTIFICATIONS, CHAIN),
            get("/api/v1/notifications/{id}", Permission.READ_NOTIFICATIONS, DOCUMENT),
            post("/api/v1/notifications/{id}/retry", Permission.RESEND_NOTIFICATIONS, DOCUMENT),
            get("/api/v1/orders/{id}/receipt", Permission.READ_ORDERS, DOCUMENT),
            post("/api/v1/orders/{id}/void", Permission.TAKE_BACK, DOCUMENT),
            get("/api/v1/prices", Permission.READ_PRICES, STORE),
            post("/api/v1/prices/changes", Permission.DEFINE_PRICES, STORE),
            get("/api/v1/prices/history", Permission.DEFINE_PRICES, STORE),
            get("/api/v1/product-search", Permission.READ_PRODUCTS, CHAIN),
            get("/api/v1/products/{sku}/barcodes", Permission.READ_PRODUCTS, CHAIN),
            put("/api/v1/products/{sku}/barcodes", Permission.DEFINE_PRODUCTS, CHAIN),
            put("/api/v1/products/{sku}/classification", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/products/{sku}/images", Permission.READ_PRODUCTS, CHAIN),
            put("/api/v1/products/{sku}/images", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/products/{sku}/packs", Permission.READ_PRODUCTS, CHAIN),
            put("/api/v1/products/{sku}/status", Permission.DEFINE_PRODUCTS, CHAIN),
            put("/api/v1/products/{sku}/units", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/promotions", Permission.READ_PROMOTIONS, CHAIN),
            get("/api/v1/promotions/{code}", Permission.READ_PROMOTIONS, CHAIN),
            put("/api/v1/promotions/{code}", Permission.DEFINE_PROMOTIONS, CHAIN),
            get("/api/v1/purchase-orders", Permission.PURCHASE, STORE),
            post("/api/v1/purchase-orders", Permission.PURCHASE, STORE),
            get("/api/v1/purchase-orders/incoming", Permission.READ_STOCK, STORE),
            get("/api/v1/purchase-orders/{order}", Permission.PURCHASE, DOCUMENT),
            post("/api/v1/purchase-orders/{order}/receipts", Permission.RECEIVE_STOCK, DOCUMENT),
            post("/api/v1/purchase-orders/{order}/returns", Permission.PURCHASE, DOCUMENT),
            post("/api/v1/purchase-orders/{order}/revisions", Permission.PURCHASE, DOCUMENT),
            post("/api/v1/purchase-orders/{order}/submit", Permission.PURCHASE, DOCUMENT),
            post("/api/v1/purchase-orders/{order}/cancel", Permission.PURCHASE, DOCUMENT),
            post("/api/v1/purchase-orders/{order}/close", Permission.PURCHASE, DOCUMENT),
            post("/api/v1/purchase-orders/{order}/approve", Permission.APPROVE_PURCHASES, DOCUMENT),
            post("/api/v1/purchase-orders/{order}/reject", Permission.APPROVE_PURCHASES, DOCUMENT),
            get("/api/v1/returns/{id}/receipt", Permission.READ_ORDERS, DOCUMENT),
            get("/api/v1/scale-codes", Permission.READ_PRODUCTS, CHAIN),
            put("/api/v1/scale-codes/{prefix}", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/scans/{code}", Permission.READ_PRICES, CHAIN),
            get("/api/v1/shifts", Permission.KEEP_DRAWER, STORE),
            post("/api/v1/shifts", Permission.KEEP_DRAWER, STORE),
            get("/api/v1/shifts/{id}/cash-moves", Permission.KEEP_DRAWER, DOCUMENT),
            post("/api/v1/shifts/{id}/cash-moves", Permission.KEEP_DRAWER, DOCUMENT),
            post("/api/v1/shifts/{id}/close", Permission.KEEP_DRAWER, DOCUMENT),
            get("/api/v1/shifts/{id}/report", Permission.KEEP_DRAWER, DOCUMENT),
            get("/api/v1/spus", Permission.READ_PRODUCTS, CHAIN),
            get("/api/v1/spus/{code}", Permission.READ_PRODUCTS, CHAIN),
            put("/api/v1/spus/{code}", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/spus/{code}/variants", Permission.READ_PRODUCTS, CHAIN),
            delete("/api/v1/spus/{code}/variants/{sku}", Permission.DEFINE_PRODUCTS, CHAIN),
            put("/api/v1/spus/{code}/variants/{sku}", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/stock/adjustments/{id}", Permission.READ_STOCK, DOCUMENT),
            get("/api/v1/stock/receipts/{id}", Permission.READ_STOCK, DOCUMENT),
            get("/api/v1/stock/counts", Permission.COUNT_STOCK, STORE),
            post("/api/v1/stock/counts", Permission.MOVE_STOCK, STORE),
            delete("/api/v1/stock/counts/{id}", Permission.MOVE_STOCK, DOCUMENT),
            get("/api/v1/stock/counts/{id}", Permission.COUNT_STOCK, DOCUMENT),
            post("/api/v1/stock/counts/{id}/closing", Permission.MOVE_STOCK, DOCUMENT),
            get("/api/v1/stock/counts/{id}/entries", Permission.MOVE_STOCK, DOCUMENT),
            post("/api/v1/stock/counts/{id}/entries", Permission.COUNT_STOCK, DOCUMENT),
            get("/api/v1/stock/counts/{id}/lines", Permission.MOVE_STOCK, DOCUMENT),
            get("/api/v1/stock/ledger", Permission.READ_STOCK_VALUE, STORE),
            get("/api/v1/stock/levels", Permission.PLAN_STOCK, STORE),
            put("/api/v1/stock/levels/{store}/{sku}", Permission.PLAN_STOCK, STORE),
            get("/api/v1/stock/low", Permission.PLAN_STOCK, STORE),
            get("/api/v1/stock/periods/{store}", Permission.READ_STOCK, STORE),
            put("/api/v1/stock/periods/{store}", Permission.CLOSE_PERIODS, STORE),
            get("/api/v1/stock/proofs", Permission.PROVE_STOCK, EVERY_STORE),
            post("/api/v1/stock/proofs", Permission.PROVE_STOCK, STORE),
            get("/api/v1/stock/proofs/{id}/differences", Permission.PROVE_STOCK, EVERY_STORE),
            get("/api/v1/stock/reorder", Permission.PLAN_STOCK, STORE),
            get("/api/v1/stock/reorder-point", Permission.PLAN_STOCK, CHAIN),
            get("/api/v1/stock/report", Permission.READ_STOCK_VALUE, STORE),
            get("/api/v1/stock/reservations", Permission.RESERVE_STOCK, STORE),
            post("/api/v1/stock/reservations", Permission.RESERVE_STOCK, STORE),
            delete("/api/v1/stock/reservations/{id}", Permission.RESERVE_STOCK, DOCUMENT),
            get("/api/v1/stock/reservations/{id}", Permission.RESERVE_STOCK, DOCUMENT),
            get("/api/v1/stock/shortages", Permission.MOVE_STOCK, STORE),
            get("/api/v1/stock/transfers", Permission.MOVE_STOCK, STORE),
            post("/api/v1/stock/transfers", Permission.MOVE_STOCK, STORE),
            get("/api/v1/stock/transfers/{id}", Permission.MOVE_STOCK, DOCUMENT),
            post("/api/v1/stock/transfers/{id}/arrivals", Permission.MOVE_STOCK, DOCUMENT),
            post("/api/v1/stock/transfers/{id}/cancellation", Permission.MOVE_STOCK, DOCUMENT),
            get("/api/v1/stores/{store}/registers", Permission.KEEP_DRAWER, STORE),
            put("/api/v1/stores/{store}/registers/{code}", Permission.DEFINE_REGISTERS, STORE),
            get("/api/v1/suppliers", Permission.PURCHASE, CHAIN),
            get("/api/v1/suppliers/{code}", Permission.PURCHASE, CHAIN),
            put("/api/v1/suppliers/{code}", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/tax-classes", Permission.READ_PRODUCTS, CHAIN),
            get("/api/v1/tax-classes/{code}", Permission.READ_PRODUCTS, CHAIN),
            put("/api/v1/tax-classes/{code}", Permission.DEFINE_TAXES, CHAIN),
            put("/api/v1/tax-classes/{code}/rates/{validFrom}", Permission.DEFINE_TAXES, CHAIN),
            get("/api/v1/transfers/customers", Permission.TRANSFER_CUSTOMERS, EVERY_STORE),
            post("/api/v1/transfers/customers", Permission.TRANSFER_CUSTOMERS, EVERY_STORE),
            get("/api/v1/transfers/customers/template", Permission.TRANSFER_CUSTOMERS, EVERY_STORE),
            post("/api/v1/transfers/products", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/transfers/products/template", Permission.DEFINE_PRODUCTS, CHAIN),
            post("/api/v1/transfers/prices", Permission.DEFINE_PRICES, CHAIN),
            get("/api/v1/transfers/prices/template", Permission.DEFINE_PRICES, CHAIN),
            post("/api/v1/transfers/stock", Permission.TRANSFER_STOCK, CHAIN),
            get("/api/v1/transfers/stock/template", Permission.TRANSFER_STOCK, CHAIN),
            post("/api/v1/transfers/suppliers", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/transfers/suppliers/template", Permission.DEFINE_PRODUCTS, CHAIN),
            get("/api/v1/transfers/reports/{id}", Permission.READ_TRANSFERS, DOCUMENT),
            post("/api/v1/transfers/reports/{id}/cancel", Permission.READ_TRANSFERS, DOCUMENT),
            get("/api/v1/transfers/reports/{id}/problems", Permission.READ_TRANSFERS, DOCUMENT),
            get("/api/v1/units", Permission.READ_PRODUCTS, CHAIN),
            put("/api/v1/units/{code}", Permission.DEFINE_PRODUCTS, CHAIN),
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

    /** Who may read a list may have all of it as a file. */
    private static List<Endpoint> withExports(Endpoint... lines) {
        Map<String, String> exports =
                ExportedLists.ALL.stream().collect(Collectors.toMap(ExportedList::path, ExportedList::exportPath));
        return Stream.concat(
                        Stream.of(lines),
                        Stream.of(lines)
                                .filter(line ->
                                        HttpMethod.GET.equals(line.method()) && exports.containsKey(line.pattern()))
                                .map(line -> get(
                                        String.valueOf(exports.get(line.pattern())), line.permission(), line.reach())))
                .toList();
    }

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
