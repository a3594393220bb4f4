package io.storehouse.shop.registers;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.sales.Checkout;
import io.storehouse.shop.sales.PlaceOrder;
import io.storehouse.shop.sales.Tendered;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Random days at parallel tills, and what closing them costs. */
@ShopTest
class ShiftTotalsIT {
    private static final BigDecimal STEP = new BigDecimal("0.05");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Checkout checkout;

    @Autowired
    private ShiftDesk desk;

    @Autowired
    private Transactions transactions;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreeWithTheirOrdersAfterRandomDays(long seed) throws Exception {
        Tills tills = new Tills(port);
        tills.shop().put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        tills.shop()
                .put(
                        "/api/v1/stores/" + ShopHttp.encode(tills.store()),
                        Map.of(
                                "name",
                                "Shop",
                                "timeZone",
                                "Europe/London",
                                "currency",
                                "GBP",
                                "cashRounding",
                                STEP.toPlainString()));
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String code = "R" + i;
            ShopHttp client = tills.register(code);
            days.add(new Day(tills, client, tills.open(code, "100"), new Random(seed * 31 + i)));
        }

        AtOnce.run(days.stream().map(day -> (Callable<Boolean>) day::run).toList());

        for (Day day : days) {
            assertAgrees(day);
        }
    }

    @Test
    void closeAtACostThatDoesNotGrowWithTheOrders() {
        List<Long> few = closing(10);

        assertThat(closing(10_000)).isEqualTo(few);
    }

    /** Rows that the closing reads and writes, counted by the server for its connection. */
    private List<Long> closing(int orders) {
        Tills tills = new Tills(port);
        tills.shop().put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        tills.register("R1");
        UUID shift = UUID.fromString(tills.open("R1", "0"));
        for (int placed = 0; placed < orders; placed += 500) {
            checkout.place(orders(tills.store(), Math.min(500, orders - placed)));
        }
        CloseShift close = new CloseShift(UUID.randomUUID(), shift, Count.nothing(), 0, "test");
        return transactions.inOne(() -> {
            List<Long> before = handled();
            desk.close(close);
            List<Long> after = handled();
            assertThat(desk.shift(shift).orders()).isEqualTo(orders);
            return IntStream.range(0, after.size())
                    .mapToObj(i -> after.get(i) - before.get(i))
                    .toList();
        });
    }

    private List<Long> handled() {
        return jdbc.sql("show session status where variable_name in ('Handler_read_key', 'Handler_read_next',"
                        + " 'Handler_read_prev', 'Handler_update', 'Handler_write')")
                .query((row, number) -> row.getLong(2))
                .list();
    }

    private static List<PlaceOrder> orders(String store, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PlaceOrder(
                        UUID.randomUUID(),
                        null,
                        store,
                        "R1",
                        null,
                        Channel.TILL,
                        Instant.parse("2026-03-02T10:00:00Z"),
                        List.of(new PlaceOrder.Line(
                                UUID.randomUUID(), "POST", null, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO)),
                        List.of(new Tendered(UUID.randomUUID(), "cash", BigDecimal.ONE)),
                        null,
                        false,
                        null))
                .toList();
    }

    @Test
    void findEachShiftAndItsDocumentsByAnIndex() {
        assertThat(keyOf("select * from shift where open_register = 1")).isEqualTo("shift_open");
        assertThat(keyOf("select * from shift_tender where shift_id = 1")).isEqualTo("PRIMARY");
        assertThat(keyOf("select id from sale_order where shift_id = 1 and id > 1 order by id limit 10"))
                .isEqualTo("sale_order_shift");
        assertThat(keyOf("select id from register force index (register_code)"
                        + " where store_id in (1, 2) and code in ('R1', 'R2') for update"))
                .isEqualTo("register_code");
        assertThat(jdbc.sql("explain " + ShiftDesk.movesSql(false))
                        .param("shift", 1)
                        .param("limit", 100)
                        .query()
                        .listOfRows())
                .extracting(row -> row.get("key"))
                .containsExactly("cash_move_shift");
    }

    private @Nullable Object keyOf(String sql) {
        return jdbc.sql("explain " + sql).query().listOfRows().get(0).get("key");
    }

    /** Recomputed from orders, returns, payments and refunds alone. */
    private void assertAgrees(Day day) {
        Map<String, Object> truth = jdbc.sql("""
                select
                    (select coalesce(sum(p.amount), 0) from payment p join sale_order o on o.id = p.order_id
                        where o.shift_id = s.id and p.tender = 'cash') as cash,
                    (select coalesce(sum(p.amount), 0) from payment p join sale_order o on o.id = p.order_id
                        where o.shift_id = s.id) as paid,
                    (select coalesce(sum(coalesce(p.tendered, p.amount)), 0) from payment p
                        join sale_order o on o.id = p.order_id
                        where o.shift_id = s.id and p.tender = 'cash') as tendered,
                    (select coalesce(sum(f.amount), 0) from refund f join sale_return r on r.id = f.return_id
                        where r.shift_id = s.id and f.tender = 'cash') as cash_refunds,
                    (select coalesce(sum(f.amount), 0) from refund f join sale_return r on r.id = f.return_id
                        where r.shift_id = s.id) as refunds,
                    (select coalesce(sum(if(m.kind = 'paid-in', m.amount, -m.amount)), 0) from cash_move m
                        where m.shift_id = s.id) as moved,
                    (select count(*) from sale_order o where o.shift_id = s.id) as orders,
                    (select count(*) from sale_return r where r.shift_id = s.id) as returns
                from shift s where s.uuid = :id
                """).param("id", day.shift).query().singleRow();
        var report =
                day.tills.shop().get("/api/v1/shifts/" + day.shift + "/report").body();
        BigDecimal expected = new BigDecimal("100")
                .add(number(truth, "cash"))
                .subtract(number(truth, "cash_refunds"))
                .add(number(truth, "moved"));

        assertThat(number(truth, "orders").intValue()).isGreaterThan(5);
        assertThat(report.path("shift").path("orders").asLong())
                .isEqualTo(number(truth, "orders").longValue());
        assertThat(report.path("shift").path("returns").asLong())
                .isEqualTo(number(truth, "returns").longValue());
        assertThat(new BigDecimal(report.path("total").asString()))
                .isEqualByComparingTo(number(truth, "paid").subtract(number(truth, "refunds")));
        assertThat(new BigDecimal(report.path("cash").path("sales").asString()))
                .isEqualByComparingTo(number(truth, "tendered"));
        assertThat(tillsCash(report)).isEqualByComparingTo(expected);
        var closed = day.tills
                .shop()
                .post("/api/v1/shifts/" + day.shift + "/close", Tills.closing(expected.toPlainString()));
        assertThat(new BigDecimal(closed.body().path("cash").path("difference").asString()))
                .isEqualByComparingTo("0");
    }

    private static BigDecimal tillsCash(tools.jackson.databind.JsonNode report) {
        return new BigDecimal(report.path("cash").path("expected").asString());
    }

    private static BigDecimal number(Map<String, Object> row, String column) {
        return new BigDecimal(String.valueOf(row.get(column)));
    }

    /** What one till does in a day: sales, replays, returns, voids, cash moves. */
    private static final class Day {
        private final Tills tills;
        private final ShopHttp client;
        private final String shift;
        private final Random random;

        Day(Tills tills, ShopHttp client, String shift, Random random) {
            this.tills = tills;
            this.client = client;
            this.shift = shift;
            this.random = random;
        }

        boolean run() {
            for (int i = 0; i < 25; i++) {
                BigDecimal price = new BigDecimal(100 + random.nextInt(900)).movePointLeft(2);
                Map<String, Object> sale = sale(price);
                assertThat(client.post("/api/v1/orders", sale).status()).isEqualTo(201);
                switch (random.nextInt(5)) {
                    case 0 ->
                        assertThat(client.post("/api/v1/orders", sale).status()).isEqualTo(201);
                    case 1 -> takeBack(sale, price);
                    case 2 ->
                        assertThat(tills.shop()
                                        .post("/api/v1/orders/" + sale.get("id") + "/void", voiding())
                                        .status())
                                .isEqualTo(201);
                    case 3 -> move();
                    default -> {}
                }
            }
            return true;
        }

        private Map<String, Object> sale(BigDecimal price) {
            BigDecimal total = price.multiply(BigDecimal.valueOf(2));
            if (random.nextBoolean()) {
                BigDecimal cash = rounded(total);
                return tills.order("POST", "2", price.toPlainString(), Tills.cash(cash.toPlainString(), "50"));
            }
            BigDecimal cash = rounded(total.subtract(BigDecimal.ONE));
            return tills.order(
                    "POST",
                    "2",
                    price.toPlainString(),
                    Tills.payment("card", "1.00"),
                    Tills.payment("cash", cash.toPlainString()));
        }

        /** Half of it, in cash as far as cash was paid. */
        private void takeBack(Map<String, Object> sale, BigDecimal price) {
            Map<String, Object> back = tills.takeback(sale.get("id"), "POST", "1", price.toPlainString());
            back.put("refunds", List.of(Tills.payment("cash", rounded(price).toPlainString())));
            assertThat(client.post("/api/v1/returns", back).status()).isIn(201, 409);
        }

        private void move() {
            Map<String, Object> move = new LinkedHashMap<>();
            move.put("id", UUID.randomUUID());
            move.put("kind", random.nextBoolean() ? "paid-in" : "paid-out");
            move.put("amount", String.valueOf(1 + random.nextInt(20)));
            move.put("reason", "random");
            for (int i = 0; i <= random.nextInt(2); i++) {
                assertThat(client.post("/api/v1/shifts/" + shift + "/cash-moves", move)
                                .status())
                        .isEqualTo(201);
            }
        }

        private static Map<String, Object> voiding() {
            return Map.of("id", UUID.randomUUID(), "occurredAt", "2026-03-02T11:00:00Z", "reason", "random");
        }

        private static BigDecimal rounded(BigDecimal amount) {
            return amount.divide(STEP, 0, RoundingMode.HALF_UP).multiply(STEP);
        }
    }
}
