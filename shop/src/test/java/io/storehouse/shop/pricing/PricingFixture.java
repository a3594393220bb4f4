package io.storehouse.shop.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A store with its own products, and what is asked of it; rules of other tests do not reach it. */
public final class PricingFixture {
    /** As the owner's programs. */
    public final ShopHttp shop;
    /** As a till of the store. */
    public final ShopHttp till;
    /** The store's code. */
    public final String store = "Store " + UUID.randomUUID();
    /** A random part of names. */
    public final String tag = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);

    /** Opens the store. */
    public PricingFixture(int port) {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        shop.store(store);
        String token = shop.post("/api/v1/tills", Map.of("store", store, "code", "T1"))
                .body()
                .path("token")
                .asString();
        till = new ShopHttp(port, token);
    }

    /** A product of this test at a price; returns its SKU. */
    public String service(String name, String price) {
        String sku = name + "-" + tag;
        ok(shop.put("/api/v1/products/" + sku, Map.of("name", name, "price", price, "goods", false)));
        return sku;
    }

    /** Goods of this test at a price, of which the store has plenty; returns the SKU. */
    public String goods(String name, String price) {
        String sku = name + "-" + tag;
        ok(shop.put("/api/v1/products/" + sku, Map.of("name", name, "price", price, "goods", true)));
        shop.receive(store, sku, "1000");
        return sku;
    }

    /** A rule of this store's all year; the members are added or replace. */
    public Map<String, Object> rule(Map<String, Object> members) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("name", "a rule");
        rule.put("startsAt", "2026-01-01T00:00:00Z");
        rule.put("endsAt", "2027-01-01T00:00:00Z");
        rule.put("stores", List.of(store));
        rule.putAll(members);
        return rule;
    }

    /** Defines a promotion; returns its code. */
    public String promotion(String name, Map<String, Object> members) {
        String code = name + "-" + tag;
        ok(shop.put("/api/v1/promotions/" + code, rule(members)));
        return code;
    }

    /** Defines a campaign; returns its code. */
    public String campaign(String name, Map<String, Object> members) {
        String code = name + "-" + tag;
        ok(shop.put("/api/v1/coupon-campaigns/" + code, rule(members)));
        return code;
    }

    /** A new code of a campaign. */
    public String coupon(String campaign) {
        UUID batch = UUID.randomUUID();
        ok(shop.post("/api/v1/coupon-campaigns/" + campaign + "/codes", Map.of("id", batch, "count", 1)));
        return shop.get("/api/v1/coupon-campaigns/" + campaign + "/codes?batch=" + batch)
                .body()
                .path(0)
                .path("code")
                .asString();
    }

    /** What a cart of one line would pay. */
    public ShopHttp.Answer price(String sku, String quantity, List<String> coupons) {
        return till.post(
                "/api/v1/carts/price",
                Map.of(
                        "store",
                        store,
                        "at",
                        "2026-03-02T10:15:00Z",
                        "lines",
                        List.of(Map.of("sku", sku, "quantity", quantity)),
                        "coupons",
                        coupons));
    }

    /** An order of one line that the shop is to price. */
    public Map<String, Object> order(String sku, String unitPrice, String payable, List<String> coupons) {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line(sku, "1", unitPrice)), payable);
        order.put("pricing", pricing(payable, coupons));
        return order;
    }

    /** What an order says of its pricing. */
    public static Map<String, Object> pricing(String payable, List<String> coupons) {
        Map<String, Object> pricing = new LinkedHashMap<>();
        pricing.put("coupons", coupons);
        pricing.put("expectedPayable", payable);
        return pricing;
    }

    private static void ok(ShopHttp.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isBetween(200, 201);
    }
}
