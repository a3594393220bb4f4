package io.storehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Lists by SKU of a part of the assortment, and lists of master data, under their filters: pages, files, and plans. */
@ShopTest
@Import(StatementsIT.Counting.class)
@TestPropertySource(properties = {"storehouse.stock.expiry-interval=24h", "storehouse.flash-sale.interval=24h"})
class AssortmentListsIT {
    private static final int PRODUCTS = 60;
    private static final List<String> OF_A_STORE =
            List.of("stock", "stock/report", "stock/levels", "stock/reorder", "stock/low");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String mark;
    private String at;

    /** Every third product lies in the category, every third below it, the others in one whose path begins alike. */
    @BeforeEach
    void fill() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        shop.put("/api/v1/categories/T" + mark, Map.of("name", "Top"));
        shop.put("/api/v1/categories/B" + mark, Map.of("name", "Below", "parent", "T" + mark));
        shop.put("/api/v1/categories/T" + mark + "X", Map.of("name", "Alike"));
        List<String> categories = List.of("T" + mark, "B" + mark, "T" + mark + "X");
        shop.upload(
                "/api/v1/transfers/products?id=" + UUID.randomUUID(),
                IntStream.range(0, PRODUCTS)
                        .mapToObj(i -> sku(i) + "," + (i % 2 == 0 ? "Even" : "Odd") + mark + " thing,"
                                + categories.get(i % 3) + "\n")
                        .collect(Collectors.joining("", "sku,name,category\n", "")));
        String store = "Store " + mark;
        shop.store(store);
        at = "store=" + ShopHttp.encode(store) + "&";
        for (String table : List.of("stock_balance", "stock_level")) {
            jdbc.sql("insert into " + table + " (store_id, sku"
                            + (table.equals("stock_level") ? ", minimum, maximum" : "")
                            + ") select s.id, p.sku" + (table.equals("stock_level") ? ", 1, 2" : "")
                            + " from store s join product p where s.code = :store and p.sku like concat(:mark, '-%')")
                    .param("store", store)
                    .param("mark", mark)
                    .update();
        }
    }

    private String sku(int i) {
        return String.format("%s-%03d", mark, i);
    }

    @Test
    void listsOfACategoryWhatIsInItAndBelow() {
        List<String> wanted = skus(i -> i % 3 < 2);
        for (String list : OF_A_STORE) {
            assertLists(list + "?" + at + "category=T" + mark, wanted);
        }
        assertLists("products?category=t" + mark.toLowerCase(Locale.ROOT), wanted);
        assertLists("stock?" + at + "category=B" + mark, skus(i -> i % 3 == 1));
        assertLists("stock?" + at + "category=NONE", List.of());
        assertThat(shop.get("/api/v1/products?category=NONE" + mark).code()).isEqualTo("category-not-found");
    }

    @Test
    void listsWhatATextFindsInTheOrderOfTheList() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> paged("products?text=thing%20even" + mark).size() == PRODUCTS / 2);
        for (String list : OF_A_STORE) {
            assertLists(list + "?" + at + "text=thing%20even" + mark, skus(i -> i % 2 == 0));
        }
        assertLists("products?text=odd" + mark + "&category=B" + mark, skus(i -> i % 2 == 1 && i % 3 == 1));
        assertLists("stock?" + at + "text=odd" + mark + "&category=B" + mark, skus(i -> i % 2 == 1 && i % 3 == 1));
        assertLists("products?text=%20", List.of());
    }

    @Test
    void listsProductsByTaxClassAndState() {
        String tax = "TAX" + mark;
        shop.put("/api/v1/tax-classes/" + tax, Map.of("name", "One test's"));
        for (int i = 0; i < 10; i++) {
            ShopHttp.Answer classified = shop.put(
                    "/api/v1/products/" + sku(i) + "/classification", Map.of("category", "T" + mark, "taxClass", tax));
            assertThat(classified.status()).isEqualTo(200);
        }
        shop.put("/api/v1/products/" + sku(3) + "/status", Map.of("status", "DELISTED"));
        shop.put("/api/v1/products/" + sku(30) + "/status", Map.of("status", "DELISTED"));

        assertLists("products?taxClass=" + tax, skus(i -> i < 10));
        assertLists("products?state=delisted&taxClass=" + tax, skus(i -> i == 3));
        assertLists("products?state=listed&taxClass=" + tax, skus(i -> i < 10 && i != 3));
        assertThat(paged("products?state=delisted")).contains(sku(3), sku(30)).doesNotContain(sku(4));
        assertThat(plans("products?taxClass=" + tax))
                .extracting(plan -> plan.get("key"))
                .containsExactly("product_tax_class");
        assertThat(plans("products?state=delisted"))
                .extracting(plan -> plan.get("key"))
                .containsExactly("product_listed");
        assertThat(plans("products?state=delisted"))
                .allSatisfy(plan -> assertThat(plan.get("Extra")).doesNotContain("filesort", "temporary"));
    }

    @Test
    void listsPromotionsThatHoldAtAnInstantOrAreSwitchedOn() {
        promotion("P1", true, "2030-01-01", "2030-02-01");
        promotion("P2", false, "2030-01-01", "2030-02-01");
        promotion("P3", true, "2030-02-01", "2030-03-01");

        assertThat(own("promotions?at=2030-01-31T23:59:59Z")).containsExactly("P1", "P2");
        assertThat(own("promotions?at=2030-02-01T00:00:00Z")).containsExactly("P3");
        assertThat(own("promotions?enabled=true")).containsExactly("P1", "P3");
        assertThat(own("promotions?enabled=false&at=2030-01-31T00:00:00Z")).containsExactly("P2");
    }

    private void promotion(String code, boolean enabled, String from, String until) {
        ShopHttp.Answer defined = shop.put(
                "/api/v1/promotions/" + mark + code,
                Map.of(
                        "name",
                        "half",
                        "kind",
                        "percentage",
                        "enabled",
                        enabled,
                        "startsAt",
                        from + "T00:00:00Z",
                        "endsAt",
                        until + "T00:00:00Z",
                        "stores",
                        List.of("Store " + mark),
                        "terms",
                        Map.of("percent", "50")));
        assertThat(defined.status()).as(defined.raw().body()).isEqualTo(200);
    }

    private List<String> own(String list) {
        return shop.get("/api/v1/" + list + "&limit=100&after=" + mark)
                .body()
                .valueStream()
                .map(row -> row.path("code").asString())
                .filter(code -> code.startsWith(mark))
                .map(code -> code.substring(mark.length()))
                .toList();
    }

    @Test
    void listsTheMembersOfATier() {
        String gold = "GOLD" + mark;
        jdbc.sql("""
                insert into points_account (customer, member_since, tier, closed)
                select concat(:mark, '-', lpad(seq, 3, '0')), '2026-03-02', if(seq % 2 = 0, :gold, 'OTHER'), seq = 8
                from seq_1_to_40
                """).param("mark", mark).param("gold", gold).update();
        try {
            List<String> wanted = IntStream.rangeClosed(1, 40)
                    .filter(i -> i % 2 == 0 && i != 8)
                    .mapToObj(this::sku)
                    .toList();
            assertThat(paged("loyalty/members?tier=" + gold, "customer")).isEqualTo(wanted);
            assertThat(shop.get("/api/v1/loyalty/members?limit=1000&after=" + mark)
                            .body()
                            .valueStream()
                            .map(row -> row.path("customer").asString()))
                    .containsAll(wanted)
                    .contains(sku(7))
                    .doesNotContain(sku(8));
            assertThat(plans("loyalty/members?tier=" + gold)).singleElement().satisfies(plan -> {
                assertThat(plan).containsEntry("key", "points_account_tier");
                assertThat(plan.get("Extra")).doesNotContain("filesort", "temporary");
            });
            assertThat(shop.get("/api/v1/exports/loyalty/members?tier=" + gold)
                            .raw()
                            .body()
                            .lines())
                    .hasSize(1 + wanted.size());
        } finally {
            jdbc.sql("delete from points_account where customer like concat(:mark, '-%')")
                    .param("mark", mark)
                    .update();
        }
    }

    /** The list goes by path; more than the longest page of them. */
    @Test
    void exportsEveryCategory() {
        jdbc.sql("""
                insert into category (code, name, parent, path)
                select concat(:mark, 9999 - seq), 'x', null, concat(:mark, 9999 - seq, '/') from seq_1_to_1200
                """).param("mark", mark).update();
        try {
            assertThat(shop.get("/api/v1/exports/categories")
                            .raw()
                            .body()
                            .lines()
                            .filter(line -> line.startsWith(mark)))
                    .hasSize(1_200)
                    .doesNotHaveDuplicates();
        } finally {
            jdbc.sql("delete from category where code like concat(:mark, '%')")
                    .param("mark", mark)
                    .update();
        }
    }

    private List<String> skus(java.util.function.IntPredicate wanted) {
        return IntStream.range(0, PRODUCTS).filter(wanted).mapToObj(this::sku).toList();
    }

    private void assertLists(String list, List<String> wanted) {
        assertThat(paged(list)).as(list).isEqualTo(wanted);
        assertThat(shop.get("/api/v1/exports/" + list)
                        .raw()
                        .body()
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(','))))
                .as("file of %s", list)
                .containsExactlyElementsOf(wanted);
        assertThat(plans(list))
                .as(list)
                .isNotEmpty()
                .filteredOn(plan -> List.of("b", "l", "p", "t").contains(plan.get("table")))
                // a table that is hardly filled is read whole, whatever its indexes
                .filteredOn(plan -> Long.parseLong(plan.get("rows")) > 1_000)
                .allSatisfy(plan -> assertThat(plan.get("type")).isNotEqualTo("ALL"));
    }

    private List<Map<String, String>> plans(String list) {
        return CountingDataSource.plans(() -> shop.get("/api/v1/" + list)).stream()
                .flatMap(plan -> plan.tables().stream())
                .toList();
    }

    private List<String> paged(String list) {
        return paged(list, "sku");
    }

    private List<String> paged(String list, String cursor) {
        List<String> seen = new ArrayList<>();
        JsonNode page;
        do {
            String after = seen.isEmpty() ? "" : "&after=" + seen.get(seen.size() - 1);
            ShopHttp.Answer answer = shop.get("/api/v1/" + list + "&limit=7" + after);
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
            page = answer.body();
            page.forEach(row -> seen.add(row.path(cursor).asString()));
        } while (page.size() == 7);
        return seen;
    }
}
