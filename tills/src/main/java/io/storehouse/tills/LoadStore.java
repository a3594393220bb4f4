package io.storehouse.tills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The store that load sells in, with its SKUs and stock. */
final class LoadStore {
    static final String CODE = "LOAD";

    private static final int SKUS = 200;
    private static final BigDecimal PRICE = new BigDecimal("2.50");

    private final ShopClient shop;
    private final int lines;
    private final int orders;

    LoadStore(ShopClient shop, int lines, int orders) {
        this.shop = shop;
        this.lines = lines;
        this.orders = orders;
    }

    /** Opens the store with stock for all orders; returns a till's token. */
    String open() {
        ObjectNode store = ShopClient.JSON.createObjectNode();
        store.put("name", CODE)
                .put("timeZone", "Europe/London")
                .put("currency", "GBP")
                .put("dayStart", "00:00");
        require(shop.put("/api/v1/stores/" + CODE, store));
        ObjectNode receipt = ShopClient.JSON.createObjectNode();
        receipt.put("id", UUID.randomUUID().toString())
                .put("reference", "load")
                .put("store", CODE)
                .put("occurredAt", Instant.now().toString())
                .put("assumed", true);
        ArrayNode received = receipt.putArray("lines");
        for (int sku = 0; sku < SKUS; sku++) {
            ObjectNode product = ShopClient.JSON.createObjectNode();
            product.put("name", "Load " + sku)
                    .put("price", PRICE.toPlainString())
                    .put("goods", true);
            require(shop.put("/api/v1/products/" + sku(sku), product));
            received.addObject()
                    .put("sku", sku(sku))
                    .put("quantity", Long.toString((long) lines * orders))
                    .put("unitCost", "1");
        }
        require(shop.post("/api/v1/stock/receipts", receipt));
        ObjectNode till = ShopClient.JSON.createObjectNode();
        till.put("store", CODE).put("code", "load");
        return require(shop.post("/api/v1/tills", till)).path("token").asText();
    }

    /** The nth order. */
    ObjectNode order(int number) {
        ObjectNode order = ShopClient.JSON.createObjectNode();
        order.put("id", UUID.randomUUID().toString())
                .put("store", CODE)
                .put("occurredAt", Instant.now().toString());
        ArrayNode sold = order.putArray("lines");
        for (int line = 0; line < lines; line++) {
            sold.addObject()
                    .put("id", UUID.randomUUID().toString())
                    .put("sku", sku((number * 7 + line * 31) % SKUS))
                    .put("quantity", "1")
                    .put("unitPrice", PRICE.toPlainString());
        }
        order.putArray("payments")
                .addObject()
                .put("id", UUID.randomUUID().toString())
                .put("tender", "card")
                .put("amount", PRICE.multiply(BigDecimal.valueOf(lines)).toPlainString());
        return order;
    }

    private static String sku(int number) {
        return "LOAD-%03d".formatted(number);
    }

    private static JsonNode require(ShopClient.Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException("The shop refused: " + answer.problem() + ": " + answer.detail());
        }
        return answer.body();
    }
}
