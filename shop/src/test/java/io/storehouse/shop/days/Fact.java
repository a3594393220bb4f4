package io.storehouse.shop.days;

import io.storehouse.shop.ShopHttp;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A request that the shop acknowledged, or one that nobody knows of whether it did: then the answer is missing. */
record Fact(String kind, String path, Map<String, Object> body, JsonNode answer) {
    UUID id() {
        return Body.id(body);
    }

    static Fact of(String kind, String path, Map<String, Object> body, ShopHttp.Answer answer) {
        return new Fact(kind, path, body, answer.body());
    }
}
