package io.storehouse.shop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the database reads a page of orders: along an index of the store, never through the orders of others. */
@ShopTest
class OrderPlanIT {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private String store;
    private UUID newest = new UUID(0, 0);

    @BeforeEach
    void sell() {
        ShopHttp shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
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
        assertPlan(new OrderFilter(store, null, null, null), "sale_order_store");
        assertPlan(new OrderFilter(store, null, null, newest), "sale_order_store");
    }

    @Test
    void walksTheDaysOrdersBackwards() {
        assertPlan(new OrderFilter(store, DAY, null, null), "sale_order_day");
        assertPlan(new OrderFilter(store, DAY, null, newest), "sale_order_day");
    }

    private void assertPlan(OrderFilter filter, String index) {
        List<Map<String, Object>> plan = jdbc.sql("explain " + OrderViews.COLUMNS + filter.sql())
                .params(filter.parameters())
                .param("limit", 100)
                .query()
                .listOfRows();
        assertThat(plan)
                .as("%s", plan)
                .filteredOn(row -> "o".equals(row.get("table")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("key", index);
                    assertThat(String.valueOf(row.get("Extra"))).doesNotContain("filesort", "temporary");
                });
    }
}
