package io.storehouse.shop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import io.storehouse.shop.stores.StoreScope;
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
        assertPlan(new OrderFilter(own, null, null, null), "sale_order_store");
        assertPlan(new OrderFilter(own, null, null, newest), "sale_order_store");
    }

    @Test
    void walksTheDaysOrdersBackwards() {
        assertPlan(new OrderFilter(own, DAY, null, null), "sale_order_day");
        assertPlan(new OrderFilter(own, DAY, null, newest), "sale_order_day");
    }

    @Test
    void walksTheShiftsOrdersBackwards() {
        assertPlan(new OrderFilter(own, null, shift, null), "sale_order_shift");
        assertPlan(new OrderFilter(own, null, shift, newest), "sale_order_shift");
    }

    @Test
    void walksAllOrdersBackwardsWhereNoStoreIsNamed() {
        assertPlan(new OrderFilter(StoreScope.everywhere(), null, null, null), "PRIMARY");
    }

    @Test
    void readsOfSeveralStoresTheDaysOrdersOnly() {
        StoreScope several = StoreScope.of(List.of(store, store + " too"));
        assertThat(plan(new OrderFilter(several, DAY, null, null)))
                .filteredOn(row -> "o".equals(row.get("table")))
                .extracting(row -> row.get("key"))
                .containsExactly("sale_order_day");
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
