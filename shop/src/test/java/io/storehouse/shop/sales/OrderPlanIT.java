package io.storehouse.shop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import io.storehouse.shop.documents.Sort;
import io.storehouse.shop.stores.StoreScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How the database reads a page of orders: along an index of the store, never through the orders of others. */
@ShopTest
class OrderPlanIT {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private String store;
    private StoreScope own = StoreScope.everywhere();
    private UUID newest = new UUID(0, 0);
    private UUID shift = new UUID(0, 0);

    @BeforeEach
    void sell() {
        Tills tills = new Tills(port);
        ShopHttp shop = tills.shop();
        store = tills.store();
        own = StoreScope.of(List.of(store));
        tills.register("R1");
        shift = UUID.fromString(tills.open("R1", "0"));
        shop.goods("PLAN");
        shop.receive(store, "PLAN", "3");
        for (int i = 0; i < 3; i++) {
            Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("PLAN", "1", "1")), "1");
            shop.post("/api/v1/orders", order);
            newest = UUID.fromString(String.valueOf(order.get("id")));
        }
    }

    @Test
    void walksTheStoresOrdersBackwards() {
        assertPlan(filter(own, null, null, null), "sale_order_store");
        assertPlan(filter(own, null, null, newest), "sale_order_store");
    }

    @Test
    void walksTheDaysOrdersBackwards() {
        assertPlan(filter(own, DAY, null, null), "sale_order_day");
        assertPlan(filter(own, DAY, null, newest), "sale_order_day");
    }

    @Test
    void walksTheShiftsOrdersBackwards() {
        assertPlan(filter(own, null, shift, null), "sale_order_shift");
        assertPlan(filter(own, null, shift, newest), "sale_order_shift");
    }

    @Test
    void walksAllOrdersBackwardsWhereNoStoreIsNamed() {
        assertPlan(filter(StoreScope.everywhere(), null, null, null), "PRIMARY");
    }

    @Test
    void readsOfSeveralStoresTheDaysOrdersOnly() {
        StoreScope several = StoreScope.of(List.of(store, store + " too"));
        assertThat(plan(filter(several, DAY, null, null)))
                .filteredOn(row -> "o".equals(row.get("table")))
                .extracting(row -> row.get("key"))
                .containsExactly("sale_order_date");
        assertPlan(filter(StoreScope.everywhere(), DAY, null, newest), "sale_order_date");
    }

    @Test
    void walksACustomersOrdersAndARangeOfDaysEitherWay() {
        for (Sort sort : Sort.values()) {
            assertPlan(new OrderFilter(own, DAY.minusDays(9), DAY, null, null, sort, null), "sale_order_day");
            assertPlan(new OrderFilter(own, DAY.minusDays(9), DAY, null, null, sort, newest), "sale_order_day");
            assertPlan(new OrderFilter(own, null, null, "C", null, sort, null), "sale_order_customer");
            assertPlan(new OrderFilter(own, DAY, null, "C", null, sort, newest), "sale_order_customer");
            assertPlan(new OrderFilter(own, null, null, null, null, sort, newest), "sale_order_store");
        }
    }

    /** Every filter and both directions, page by page, against what a plain comparison of all orders gives. */
    @Test
    void pagesThroughWhatWasAskedForInOrder() {
        Random random = new Random(3);
        List<Sold> all = new ArrayList<>();
        ShopHttp shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        String ada = "ADA-" + UUID.randomUUID();
        shop.receive(store, "PLAN", "50");
        for (int i = 0; i < 25; i++) {
            Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("PLAN", "1", "1")), "1");
            LocalDate day = DAY.minusDays(random.nextInt(4) + 1);
            String customer = random.nextBoolean() ? ada : ada + "-OTHER";
            order.put("occurredAt", day + "T10:00:00Z");
            order.put("customer", customer);
            assertThat(shop.post("/api/v1/orders", order).status()).isEqualTo(201);
            all.add(new Sold(String.valueOf(order.get("id")), day, customer, i));
        }
        LocalDate from = DAY.minusDays(3);
        LocalDate to = DAY.minusDays(2);
        for (boolean newestFirst : List.of(true, false)) {
            Comparator<Sold> order = Comparator.comparing(Sold::day).thenComparing(Sold::number);
            Comparator<Sold> sorted = newestFirst ? order.reversed() : order;
            String sort = "&sort=" + (newestFirst ? "newest" : "oldest");
            assertThat(paged(shop, "&from=" + from + "&to=" + to + sort))
                    .containsExactlyElementsOf(all.stream()
                            .filter(sold ->
                                    !sold.day().isBefore(from) && !sold.day().isAfter(to))
                            .sorted(sorted)
                            .map(Sold::id)
                            .toList());
            assertThat(paged(shop, "&customer=" + ada + "&from=" + from + sort))
                    .containsExactlyElementsOf(all.stream()
                            .filter(sold ->
                                    sold.customer().equals(ada) && !sold.day().isBefore(from))
                            .sorted(sorted)
                            .map(Sold::id)
                            .toList());
        }
        assertThat(shop.get("/api/v1/orders?sort=dearest").status()).isEqualTo(400);
    }

    private record Sold(String id, LocalDate day, String customer, int number) {}

    private List<String> paged(ShopHttp shop, String query) {
        List<String> seen = new ArrayList<>();
        JsonNode page;
        do {
            String after = seen.isEmpty() ? "" : "&after=" + seen.get(seen.size() - 1);
            page = shop.get("/api/v1/orders?limit=4&store=" + ShopHttp.encode(store) + query + after)
                    .body();
            page.forEach(row -> seen.add(row.path("id").asString()));
        } while (page.size() == 4);
        return seen;
    }

    private static OrderFilter filter(
            StoreScope scope, @Nullable LocalDate day, @Nullable UUID shift, @Nullable UUID after) {
        return new OrderFilter(scope, day, day, null, shift, Sort.NEWEST, after);
    }

    private void assertPlan(OrderFilter filter, String index) {
        List<Map<String, Object>> plan = plan(filter);
        assertThat(plan)
                .as("%s", plan)
                .filteredOn(row -> "o".equals(row.get("table")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("key", index);
                    assertThat(String.valueOf(row.get("Extra"))).doesNotContain("filesort", "temporary");
                });
    }

    private List<Map<String, Object>> plan(OrderFilter filter) {
        return jdbc.sql("explain " + OrderViews.COLUMNS + filter.sql())
                .params(filter.parameters())
                .param("limit", 100)
                .query()
                .listOfRows();
    }
}
