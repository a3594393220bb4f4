package io.storehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A store's tills as tests use them. */
public final class Tills {
    private final ShopHttp shop;
    private final int port;
    private final String store;

    /** The tills of a store that is opened for this. */
    public Tills(int port) {
        this.port = port;
        this.shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        this.store = "Store " + UUID.randomUUID();
        shop.store(store);
    }

    /** The service's client. */
    public ShopHttp shop() {
        return shop;
    }

    /** The store's code. */
    public String store() {
        return store;
    }

    /** A till with its own token, without a drawer. */
    public ShopHttp till(String code) {
        String token = shop.post("/api/v1/tills", Map.of("store", store, "code", code))
                .body()
                .path("token")
                .asString();
        return new ShopHttp(port, token);
    }

    /** A till with a drawer. */
    public ShopHttp register(String code) {
        ShopHttp.Answer defined =
                shop.put("/api/v1/stores/" + ShopHttp.encode(store) + "/registers/" + code, Map.of("name", code));
        assertThat(defined.status()).isEqualTo(200);
        return till(code);
    }

    /** The body that opens a shift. */
    public Map<String, Object> opening(String register, String openingFloat) {
        return new LinkedHashMap<>(
                Map.of("id", UUID.randomUUID(), "store", store, "register", register, "openingFloat", openingFloat));
    }

    /** Opens a shift, and says its id. */
    public String open(String register, String openingFloat) {
        ShopHttp.Answer opened = shop.post("/api/v1/shifts", opening(register, openingFloat));
        assertThat(opened.status()).as(opened.raw().body()).isEqualTo(201);
        return opened.body().path("id").asString();
    }

    /** The body that closes a shift. */
    public static Map<String, Object> closing(String counted) {
        return new LinkedHashMap<>(Map.of("id", UUID.randomUUID(), "counted", counted, "unsynced", 0));
    }

    /** An order of one line, paid by one tender. */
    @SafeVarargs
    public final Map<String, Object> order(String sku, String quantity, String price, Map<String, Object>... payments) {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line(sku, quantity, price)), "0");
        order.put("payments", List.of(payments));
        return order;
    }

    /** A payment. */
    public static Map<String, Object> payment(String tender, String amount) {
        return new LinkedHashMap<>(Map.of("id", UUID.randomUUID(), "tender", tender, "amount", amount));
    }

    /** A payment of cash with change. */
    public static Map<String, Object> cash(String amount, String tendered) {
        Map<String, Object> payment = payment("cash", amount);
        payment.put("tendered", tendered);
        return payment;
    }

    /** A return of one line of an order. */
    public Map<String, Object> takeback(@Nullable Object order, String sku, String quantity, String price) {
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(sku, quantity, price));
        line.put("orderLineNo", 1);
        line.put("reason", "broken");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("store", store);
        body.put("orderId", order);
        body.put("occurredAt", "2026-03-03T10:00:00Z");
        body.put("lines", List.of(line));
        return body;
    }

    /** What a report says of the drawer. */
    public BigDecimal cashOf(String shift, String figure) {
        return new BigDecimal(shop.get("/api/v1/shifts/" + shift + "/report")
                .body()
                .path("cash")
                .path(figure)
                .asString());
    }
}
