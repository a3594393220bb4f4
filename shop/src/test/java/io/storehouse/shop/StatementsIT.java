package io.storehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.catalogue.ProductDefinition;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.pricelists.PriceQuestion;
import io.storehouse.shop.pricelists.Prices;
import io.storehouse.shop.sales.Checkout;
import io.storehouse.shop.sales.PlaceOrder;
import io.storehouse.shop.sales.Tendered;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What costs a fixed number of statements, however many rows there are. Nothing else makes any meanwhile. */
@ShopTest
@Import(StatementsIT.Counting.class)
@TestPropertySource(properties = {"storehouse.stock.expiry-interval=24h", "storehouse.flash-sale.interval=24h"})
class StatementsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Checkout checkout;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Prices prices;

    @Autowired
    private Stores stores;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String store;
    private @Nullable String till;

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
                "/api/v1/returns",
                "/api/v1/returns?sort=oldest&from=2026-03-01&customer=C1&store=" + at,
                "/api/v1/flash-sales?store=" + at,
                "/api/v1/stock?store=" + at,
                "/api/v1/stock/moves?sku=S1&store=" + at,
                "/api/v1/stock/ledger?sku=S1&store=" + at,
                "/api/v1/stock/report?store=" + at,
                "/api/v1/stock/shortages?store=" + at,
                "/api/v1/stock/reservations?store=" + at,
                "/api/v1/stock/transfers?store=" + at,
                "/api/v1/stock/transfers?state=received&from=2026-03-01&sort=newest&store=" + at,
                "/api/v1/stock/counts?store=" + at,
                "/api/v1/stock/levels?store=" + at,
                "/api/v1/stock/reorder?store=" + at,
                "/api/v1/stock/low?store=" + at,
                "/api/v1/products",
                "/api/v1/customers",
                "/api/v1/categories",
                "/api/v1/spus",
                "/api/v1/tax-classes",
                "/api/v1/units",
                "/api/v1/suppliers",
                "/api/v1/prices/history?sku=S1",
                "/api/v1/purchase-orders?store=" + at,
                "/api/v1/purchase-orders/incoming?store=" + at,
                "/api/v1/stores",
                "/api/v1/shifts?store=" + at,
                "/api/v1/held-sales?store=" + at,
                "/api/v1/notifications",
                "/api/v1/notifications?status=dead&store=" + at)) {
            long few = statements(path + (path.contains("?") ? "&" : "?") + "limit=1");
            long many = statements(path + (path.contains("?") ? "&" : "?") + "limit=1000");
            assertThat(many).as(path).isEqualTo(few).isEqualTo(1);
        }
    }

    @Test
    void searchesWithOneStatement() {
        assertThat(statements("/api/v1/product-search?text=s&limit=1"))
                .isEqualTo(statements("/api/v1/product-search?text=s&limit=200"))
                .isEqualTo(1);
    }

    @Test
    void asksForThePricesOfManySkusWithAsManyStatementsAsOfOne() {
        Store known = stores.require(store);
        List<String> skus = IntStream.range(0, 30).mapToObj(i -> "S" + i).toList();
        long before = CountingDataSource.statements();
        prices.at(List.of(
                new PriceQuestion(known, Instant.now(), Set.copyOf(skus)),
                new PriceQuestion(known, Instant.EPOCH, Set.of("S1"))));
        assertThat(CountingDataSource.statements() - before).isEqualTo(1);
    }

    @Test
    void takesManyRowsOfAFileWithAsManyStatementsAsFew() {
        for (String kind : List.of("products", "suppliers", "prices", "stock")) {
            assertThat(taking(kind, 40)).as(kind).isEqualTo(taking(kind, 2));
        }
    }

    private long taking(String kind, int rows) {
        StringBuilder csv = new StringBuilder(
                switch (kind) {
                    case "products" -> "sku,name,barcode\n";
                    case "suppliers" -> "code,name\n";
                    case "prices" -> "sku,price,store\n";
                    default -> "sku,counted,store,unit_cost,reference\n";
                });
        for (int i = 0; i < rows; i++) {
            String name = UUID.randomUUID().toString().substring(0, 13).toUpperCase(java.util.Locale.ROOT);
            if (kind.equals("prices") || kind.equals("stock")) {
                shop.goods(name);
            }
            csv.append(name).append(",7");
            csv.append(
                    switch (kind) {
                        case "products" -> ",B" + name;
                        case "suppliers" -> "";
                        case "prices" -> "," + store;
                        default -> "," + store + ",1,R";
                    });
            csv.append('\n');
        }
        long before = CountingDataSource.statements();
        ShopHttp.Answer answer = shop.upload("/api/v1/transfers/" + kind + "?id=" + UUID.randomUUID(), csv.toString());
        assertThat(answer.body().path("added").asInt()).as(answer.raw().body()).isEqualTo(rows);
        return CountingDataSource.statements() - before;
    }

    @Test
    void listsManyProductsWithAsManyStatementsAsFew() {
        long few = listing(2);
        assertThat(listing(50)).isEqualTo(few);
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
    void placesManyOrdersWithAsManyStatementsAsOne() {
        long before = CountingDataSource.statements();
        checkout.place(orders(1));
        long one = CountingDataSource.statements() - before;
        before = CountingDataSource.statements();
        checkout.place(orders(50));
        assertThat(CountingDataSource.statements() - before).isEqualTo(one);
    }

    @Test
    void placesManyOrdersOfARegisterWithAsManyStatementsAsOne() {
        Tills tills = new Tills(port);
        store = tills.store();
        IntStream.range(0, 30).forEach(i -> shop.receive(store, "S" + i, "100"));
        tills.register("R1");
        tills.open("R1", "0");
        till = "R1";
        checkout.place(orders(1));
        long before = CountingDataSource.statements();
        checkout.place(orders(1));
        long one = CountingDataSource.statements() - before;
        before = CountingDataSource.statements();
        checkout.place(orders(50));
        assertThat(CountingDataSource.statements() - before).isEqualTo(one);
    }

    @Test
    void closesAShiftWithAsManyStatementsWhateverItSold() {
        assertThat(closing(300)).isEqualTo(closing(10));
    }

    private long closing(int orders) {
        Tills tills = new Tills(port);
        store = tills.store();
        IntStream.range(0, 30).forEach(i -> shop.receive(store, "S" + i, "100"));
        tills.register("R1");
        String shift = tills.open("R1", "0");
        till = "R1";
        checkout.place(orders(orders));
        long before = CountingDataSource.statements();
        ShopHttp.Answer closed = shop.post("/api/v1/shifts/" + shift + "/close", Tills.closing("0"));
        assertThat(closed.body().path("shift").path("orders").asInt()).isEqualTo(orders);
        return CountingDataSource.statements() - before;
    }

    @Test
    void earnsForManyOrdersWithAsManyStatementsAsForOne() {
        shop.put(
                "/api/v1/loyalty/programme",
                Map.of(
                        "currency", "GBP",
                        "pointsPerUnit", "1",
                        "pointValue", "0.01",
                        "validFrom", "2020-01-01",
                        "tiers", List.of(Map.of("code", "gold", "threshold", "1000000", "multiplier", "2"))));
        try {
            checkout.place(orders(50));
            long before = CountingDataSource.statements();
            checkout.place(orders(1));
            long one = CountingDataSource.statements() - before;
            before = CountingDataSource.statements();
            checkout.place(orders(50));
            assertThat(CountingDataSource.statements() - before).isEqualTo(one);
        } finally {
            jdbc.sql("delete from loyalty_programme").update();
        }
    }

    @Test
    void readsOneCustomerWithAFixedNumberOfStatements() {
        String one = "P-" + UUID.randomUUID();
        shop.put("/api/v1/customers/" + one, Map.of());

        assertThat(statements("/api/v1/customers/" + one + "/profile")).isEqualTo(5);
        assertThat(statements("/api/v1/customers/C1/profile")).isEqualTo(5);
        assertThat(statements("/api/v1/loyalty/members/C1/points?limit=1000")).isEqualTo(2);
        assertThat(statements("/api/v1/customers/C1/consents")).isEqualTo(2);
    }

    @Test
    void readsWhatCustomersBoughtByTheIndexes() {
        assertThat(keys("explain select o.id from sale_order o where o.customer in ('C1', 'C2') limit 20"))
                .containsExactly("sale_order_customer");
        assertThat(keys("""
                explain with spender as (
                    select cast('C1' as char(64) character set utf8mb4) collate utf8mb4_bin as code,
                        date '2025-03-01' as first, date '2026-03-01' as last)
                select sum(o.lines_total) from spender w
                join sale_order o on o.customer = w.code and o.business_date between w.first and w.last
                """)).contains("sale_order_customer");
        assertThat(keys("""
                explain select customer from points_account where next_expiry <= '2000-01-01'
                order by next_expiry, customer limit 200
                """)).containsExactly("points_account_expiry");
        assertThat(keys("""
                explain select * from points_move where customer = 'C1' and version < 9 order by version desc limit 10
                """)).containsExactly("PRIMARY");
    }

    private List<String> keys(String explain) {
        return jdbc.sql(explain).query().listOfRows().stream()
                .map(row -> String.valueOf(row.get("key")))
                .toList();
    }

    @Test
    void listsWithAFixedNumberOfStatements() {
        for (int i = 0; i < 3; i++) {
            Map<String, Object> half = Map.of(
                    "name",
                    "half",
                    "kind",
                    "percentage",
                    "startsAt",
                    "2020-01-01T00:00:00Z",
                    "endsAt",
                    "2020-02-01T00:00:00Z",
                    "stores",
                    List.of(store),
                    "terms",
                    Map.of("percent", "50"));
            assertThat(shop.put("/api/v1/promotions/LIST-" + UUID.randomUUID(), half)
                            .status())
                    .isEqualTo(200);
        }
        for (String path : List.of("/api/v1/promotions", "/api/v1/coupon-campaigns", "/api/v1/gift-cards")) {
            long few = statements(path + "?limit=1");
            assertThat(statements(path + "?limit=100")).as(path).isEqualTo(few).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void pricesManyOrdersWithAsManyStatementsAsOne() {
        shop.put("/api/v1/products/PRICED", Map.of("name", "Priced", "price", "1", "goods", false));
        List<Map<String, Object>> lines = new ArrayList<>();
        IntStream.range(0, 100).forEach(i -> lines.add(Map.of("sku", "PRICED", "quantity", "1")));
        Map<String, Object> small = Map.of("store", store, "lines", lines.subList(0, 1));
        Map<String, Object> large = Map.of("store", store, "lines", lines);
        assertThat(priceStatements(small)).isEqualTo(priceStatements(large)).isLessThanOrEqualTo(4);

        long before = CountingDataSource.statements();
        checkout.place(pricedOrders(1));
        long one = CountingDataSource.statements() - before;
        before = CountingDataSource.statements();
        checkout.place(pricedOrders(50));
        assertThat(CountingDataSource.statements() - before).isEqualTo(one);
    }

    private long priceStatements(Map<String, Object> cart) {
        long before = CountingDataSource.statements();
        assertThat(shop.post("/api/v1/carts/price", cart).status()).isEqualTo(200);
        return CountingDataSource.statements() - before;
    }

    private List<PlaceOrder> pricedOrders(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PlaceOrder(
                        UUID.randomUUID(),
                        null,
                        store,
                        null,
                        "C" + i,
                        Channel.TILL,
                        Instant.parse("2026-03-02T10:00:00Z").plusSeconds(i),
                        List.of(new PlaceOrder.Line(
                                UUID.randomUUID(), "PRICED", null, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO)),
                        List.of(new Tendered(UUID.randomUUID(), "card", BigDecimal.ONE)),
                        null,
                        false,
                        new PlaceOrder.Pricing(List.of(), BigDecimal.ONE, Set.of(), Set.of(), 0)))
                .toList();
    }

    @Test
    void readsOrdersOfADayByTheIndex() {
        List<Map<String, Object>> plan = jdbc.sql("""
                explain select count(*) from sale_order o
                where o.store_id = 1 and o.business_date = '2026-03-02'
                """).query().listOfRows();
        assertThat(plan).extracting(row -> row.get("key")).containsExactly("sale_order_day");
    }

    private long listing(int count) {
        String mark = UUID.randomUUID().toString();
        List<ProductDefinition> definitions = IntStream.range(0, count)
                .mapToObj(i -> new ProductDefinition(mark + i, "Name", null, null, true))
                .toList();
        long before = CountingDataSource.statements();
        catalogue.list(definitions);
        return CountingDataSource.statements() - before;
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
                        till,
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
                        List.of(new Tendered(UUID.randomUUID(), "card", BigDecimal.ONE)),
                        null,
                        false,
                        null))
                .toList();
    }
}
