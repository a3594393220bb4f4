package io.storehouse.shop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class CategoryIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String root;

    @BeforeEach
    void root() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        root = code("ROOT");
        put(root, null);
    }

    @Test
    void movesASubtreeWithAllBelow() {
        String food = code("FOOD");
        String drink = code("DRINK");
        String water = code("WATER");
        put(food, root);
        put(drink, food);
        put(water, drink);
        String shelf = code("SHELF");
        put(shelf, null);

        assertThat(put(drink, shelf).body().path("path").asString()).isEqualTo(shelf + "/" + drink + "/");

        assertThat(path(water)).isEqualTo(shelf + "/" + drink + "/" + water + "/");
        assertThat(path(food)).isEqualTo(root + "/" + food + "/");
        assertThat(events(water)).isEqualTo(2);
        assertThat(events(food)).isEqualTo(1);
    }

    @Test
    void saysNothingTwice() {
        String food = code("FOOD");
        put(food, root);
        put(food, root);

        assertThat(events(food)).isEqualTo(1);
    }

    @Test
    void refusesACycle() {
        String food = code("FOOD");
        String drink = code("DRINK");
        put(food, root);
        put(drink, food);

        assertThat(put(root, drink).code()).isEqualTo("category-cycle");
        assertThat(put(food, food).code()).isEqualTo("category-cycle");
        assertThat(path(drink)).isEqualTo(root + "/" + food + "/" + drink + "/");
        assertThat(put(drink, code("GONE")).code()).isEqualTo("unknown-category");
    }

    @Test
    void refusesMoreThanTenLevelsAlsoByAMove() {
        String above = root;
        for (int level = 2; level <= 10; level++) {
            String next = code("L");
            assertThat(put(next, above).status()).isEqualTo(200);
            above = next;
        }
        assertThat(put(code("L"), above).code()).isEqualTo("category-too-deep");
        String other = code("OTHER");
        put(other, null);
        assertThat(put(root, other).code()).isEqualTo("category-too-deep");
    }

    @Test
    void makesNoCycleOfRacingMoves() {
        for (int round = 0; round < 10; round++) {
            List<String> codes = IntStream.range(0, 4).mapToObj(i -> code("C")).toList();
            codes.forEach(code -> put(code, root));

            List<Integer> statuses =
                    AtOnce.run(4, i -> put(codes.get(i), codes.get((i + 1) % 4)).status());

            assertThat(statuses).contains(409).containsAnyOf(200);
            codes.forEach(this::leadsToARoot);
        }
    }

    @Test
    void listsProductsOfACategoryAndBelow() {
        String drink = code("DRINK");
        put(drink, root);
        String sku = code("SKU");
        shop.goods(sku);
        ShopHttp.Answer classified = shop.put(
                "/api/v1/products/" + sku + "/classification", Map.of("category", drink, "brand", "Spring & Sons"));

        assertThat(classified.body().path("category").asString()).isEqualTo(drink);
        assertThat(shop.get("/api/v1/products?category=" + root).body().findValuesAsString("sku"))
                .containsExactly(sku);
        assertThat(shop.get("/api/v1/products?category=" + drink)
                        .body()
                        .path(0)
                        .path("brand")
                        .asString())
                .isEqualTo("Spring & Sons");
        assertThat(jdbc.sql("select json_value(payload, '$.payload.category_path') from outbox"
                                + " where event_key = :sku order by id desc limit 1")
                        .param("sku", sku)
                        .query(String.class)
                        .single())
                .isEqualTo(root + "/" + drink + "/");
        shop.goods(sku);
        assertThat(shop.get("/api/v1/products/" + sku).body().path("category").asString())
                .isEqualTo(drink);
    }

    private void leadsToARoot(String code) {
        @Nullable String at = code;
        StringBuilder path = new StringBuilder();
        for (int steps = 0; at != null; steps++) {
            assertThat(steps).as("steps from " + code).isLessThan(20);
            path.insert(0, at + "/");
            JsonNode parent = shop.get("/api/v1/categories/" + at).body().path("parent");
            at = parent.isNull() ? null : parent.asString();
        }
        assertThat(path(code)).isEqualTo(path.toString());
    }

    private ShopHttp.Answer put(String code, @Nullable String parent) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Name of " + code);
        body.put("parent", parent);
        return shop.put("/api/v1/categories/" + code, body);
    }

    private String path(String code) {
        return shop.get("/api/v1/categories/" + code).body().path("path").asString();
    }

    private long events(String code) {
        return jdbc.sql("select count(*) from outbox where event_key = :code and type = 'category_changed'")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private static String code(String stem) {
        return stem + "-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    }
}
