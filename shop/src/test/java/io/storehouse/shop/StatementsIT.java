package io.storehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.sales.Checkout;
import io.storehouse.shop.sales.PlaceOrder;
import io.storehouse.shop.sales.Tendered;
import io.storehouse.shop.stores.StoreScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What costs a fixed number of statements, however many rows there are. */
@ShopTest
@Import(StatementsIT.Counting.class)
class StatementsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Checkout checkout;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String store;

    @TestConfiguration
    static class Counting {
        @Bean
        static BeanPostProcessor countingDataSource() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource dataSource ? new CountingDataSource(dataSource) : bean;
                }
            };
        }
    }

    @BeforeEach
    void openStore() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        IntStream.range(0, 30).forEach(i -> {
            shop.goods("S" + i);
            shop.receive(store, "S" + i, "100");
        });
        checkout.place(orders(50));
    }

    @Test
    void listsWithOneStatement() {
        String at = ShopHttp.encode(store);
        for (String path : List.of(
                "/api/v1/orders?store=" + at,
                "/api/v1/orders",
                "/api/v1/stock?store=" + at,
                "/api/v1/stock/moves?sku=S1&store=" + at,
                "/api/v1/products",
                "/api/v1/customers",
                "/api/v1/stores")) {
            long few = statements(path + (path.contains("?") ? "&" : "?") + "limit=1");
            long many = statements(path + (path.contains("?") ? "&" : "?") + "limit=1000");
            assertThat(many).as(path).isEqualTo(few).isEqualTo(1);
        }
    }

    @Test
    void listsForPeopleWithOneStatementAndThatForTheirAccount() {
        People people = new People(port);
        String manager = people.hire("store_manager", store);
        IntStream.range(0, 3).forEach(i -> people.hire("cashier", store));
        ShopHttp session = people.signIn(manager);
        for (String path : List.of("/api/v1/staff", "/api/v1/audit", "/api/v1/orders", "/api/v1/stores")) {
            assertThat(statements(people.owner(), path + "?limit=1")).as(path).isEqualTo(1);
            assertThat(statements(people.owner(), path + "?limit=1000"))
                    .as(path)
                    .isEqualTo(1);
            assertThat(statements(session, path + "?limit=1")).as(path).isEqualTo(2);
            assertThat(statements(session, path + "?limit=1000")).as(path).isEqualTo(2);
        }
    }

    @Test
    void readsOrdersOfAScopeByAnIndex() {
        for (StoreScope scope : List.of(StoreScope.of(List.of(store)), StoreScope.everywhere())) {
            StoreScope.Condition own = scope.onKey("o.store_id");
            List<Map<String, Object>> plan = jdbc.sql(
                            "explain select o.id from sale_order o where " + own.sql() + " order by o.id desc limit 10")
                    .params(own.parameters())
                    .query()
                    .listOfRows();
            assertThat(plan.get(0).get("key")).as("%s", plan).isIn("sale_order_store", "PRIMARY");
            assertThat(plan)
                    .allSatisfy(
                            row -> assertThat(String.valueOf(row.get("Extra"))).doesNotContain("filesort"));
        }
    }

    @Test
    void placesManyOrdersWithAsManyStatementsAsOne() {
        long before = CountingDataSource.statements();
        checkout.place(orders(1));
        long one = CountingDataSource.statements() - before;
        before = CountingDataSource.statements();
        checkout.place(orders(50));
        assertThat(CountingDataSource.statements() - before).isEqualTo(one);
    }

    @Test
    void readsOrdersOfADayByTheIndex() {
        List<Map<String, Object>> plan = jdbc.sql("""
                explain select count(*) from sale_order o
                where o.store_id = 1 and o.business_date = '2026-03-02'
                """).query().listOfRows();
        assertThat(plan).extracting(row -> row.get("key")).containsExactly("sale_order_day");
    }

    private long statements(String path) {
        return statements(shop, path);
    }

    private static long statements(ShopHttp caller, String path) {
        long before = CountingDataSource.statements();
        assertThat(caller.get(path).status()).as(path).isEqualTo(200);
        return CountingDataSource.statements() - before;
    }

    private List<PlaceOrder> orders(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PlaceOrder(
                        UUID.randomUUID(),
                        null,
                        store,
                        null,
                        "C" + i,
                        Channel.IMPORT,
                        Instant.parse("2026-03-02T10:00:00Z"),
                        List.of(new PlaceOrder.Line(
                                UUID.randomUUID(),
                                "S" + i % 30,
                                null,
                                BigDecimal.ONE,
                                BigDecimal.ONE,
                                BigDecimal.ZERO)),
                        List.of(new Tendered(UUID.randomUUID(), "card", BigDecimal.ONE))))
                .toList();
    }
}
