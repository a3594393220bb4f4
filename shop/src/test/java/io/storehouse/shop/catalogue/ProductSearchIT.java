package io.storehouse.shop.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class ProductSearchIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private SearchIndex index;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String mark;

    @BeforeEach
    void shop() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"矿泉水", "泉水", "kqs", "KQS", "kuangquanshui", "quanshui", "550ML", "０ml", "spring  mineral"})
    void findsByAnyPartOfTheNameAndItsPinyin(String text) {
        list("W-" + mark, "农夫山泉矿泉水 550ml Spring Mineral " + mark);

        assertThat(skus(text + " " + mark)).containsExactly("W-" + mark);
    }

    @Test
    void putsCodesBeforeNames() {
        list("B-" + mark, "Tea called X" + mark);
        list("X" + mark, "Coffee");
        list("X" + mark + "-2", "Cocoa");

        List<JsonNode> hits = hits("x" + mark);

        assertThat(hits)
                .extracting(hit -> hit.path("product").path("sku").asString())
                .containsExactly("X" + mark, "X" + mark + "-2", "B-" + mark);
        assertThat(hits).extracting(hit -> hit.path("match").asString()).containsExactly("code", "code", "word");
    }

    @Test
    void findsABarCodeExactly() {
        shop.put("/api/v1/products/C-" + mark, Map.of("name", "Cup", "barcode", "BC" + mark, "goods", true));

        assertThat(skus("bc" + mark)).containsExactly("C-" + mark);
        assertThat(hits("bc" + mark).get(0).path("match").asString()).isEqualTo("barcode");
    }

    @Test
    void forgetsAnOldName() {
        list("N-" + mark, "Old" + mark);
        list("N-" + mark, "New" + mark);

        assertThat(skus("Old" + mark)).isEmpty();
        assertThat(skus("New" + mark)).containsExactly("N-" + mark);
    }

    @Test
    void takesWildcardsByTheLetter() {
        list("P-" + mark, "100% " + mark + "_cotton");

        assertThat(skus("100% " + mark)).containsExactly("P-" + mark);
        assertThat(skus(mark + "_cot")).containsExactly("P-" + mark);
        assertThat(skus(mark + "%cot")).isEmpty();
    }

    @Test
    void pagesThroughEveryHitOnce() {
        IntStream.range(0, 45).forEach(i -> list("Q" + mark + i, "Tin " + mark + " of " + mark + " " + i));
        List<String> seen = new ArrayList<>();
        String after = "";
        for (List<JsonNode> page = hits(mark); !page.isEmpty(); page = page(mark, after)) {
            page.forEach(hit -> seen.add(hit.path("product").path("sku").asString()));
            after = page.get(page.size() - 1).path("cursor").asString();
        }

        assertThat(seen).hasSize(45).doesNotHaveDuplicates();
        assertThat(shop.get("/api/v1/product-search?text=x&after=nonsense").code())
                .isEqualTo("unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2000000000", "-1", "9", "99", "2147483647", "00000000000000000000", "one"})
    void refusesAPlaceOfAKindThatIsNotThere(String kind) {
        String place = Base64.getUrlEncoder().withoutPadding().encodeToString((kind + "\nt\ns").getBytes(UTF_8));

        ShopHttp.Answer answer = shop.get("/api/v1/product-search?text=x&after=" + place);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unreadable");
    }

    @Test
    void indexesAnImportSoonAfter() {
        List<ProductDefinition> many = IntStream.range(0, 500)
                .mapToObj(i -> new ProductDefinition("M" + mark + i, "批量 " + mark, null, null, true))
                .toList();
        catalogue.list(many);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(skus("M" + mark + "499")).containsExactly("M" + mark + "499"));
    }

    @Test
    void readsOneRangeOfTheIndexInItsOrder() {
        catalogue.list(IntStream.range(0, 3000)
                .mapToObj(i -> new ProductDefinition("E" + mark + i, "Plan " + mark + " " + i, null, null, true))
                .toList());
        boolean more = true;
        while (more) {
            more = index.catchUp();
        }
        jdbc.sql("analyze table search_token").query().listOfRows();

        List<Map<String, Object>> plan = jdbc.sql("explain " + ProductSearch.sql(2, null))
                .param("kinds", List.of(0, 1, 2, 3, 4, 5, 6, 7, 8))
                .param("word0", "plan%")
                .param("word1", "e%")
                .param("limit", 20)
                .query()
                .listOfRows();

        assertThat(plan.get(0))
                .containsEntry("table", "t")
                .containsEntry("type", "range")
                .containsEntry("key", "PRIMARY");
        assertThat(String.valueOf(plan.get(0).get("Extra"))).doesNotContain("filesort", "temporary");
        assertThat(plan)
                .as("%s", plan)
                .extracting(row -> String.valueOf(row.get("type")))
                .doesNotContain("ALL", "index");
        assertThat(plan)
                .extracting(row -> String.valueOf(row.get("key")))
                .containsExactlyInAnyOrder("PRIMARY", "PRIMARY", "search_token_sku", "search_token_sku");
        List<Map<String, Object>> next = jdbc.sql("explain " + ProductSearch.sql(1, new SearchPlace(2, "plan", "E")))
                .param("kind", 2)
                .param("token", "plan " + mark)
                .param("sku", "E")
                .param("later", List.of(3, 4, 5, 6, 7, 8))
                .param("word0", "plan%")
                .param("limit", 20)
                .query()
                .listOfRows();
        assertThat(next.get(0)).containsEntry("type", "range").containsEntry("key", "PRIMARY");
        assertThat(String.valueOf(next.get(0).get("Extra"))).doesNotContain("filesort", "temporary");
    }

    private void list(String sku, String name) {
        shop.put("/api/v1/products/" + sku, Map.of("name", name, "goods", true));
    }

    private List<String> skus(String text) {
        return hits(text).stream()
                .map(hit -> hit.path("product").path("sku").asString())
                .toList();
    }

    private List<JsonNode> hits(String text) {
        return nodes(shop.get("/api/v1/product-search?text=" + ShopHttp.encode(text)));
    }

    private List<JsonNode> page(String text, String after) {
        return nodes(shop.get("/api/v1/product-search?text=" + ShopHttp.encode(text) + "&limit=7&after=" + after));
    }

    private static List<JsonNode> nodes(ShopHttp.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        List<JsonNode> nodes = new ArrayList<>();
        answer.body().forEach(nodes::add);
        return nodes;
    }
}
