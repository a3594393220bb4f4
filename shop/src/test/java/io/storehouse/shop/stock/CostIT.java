package io.storehouse.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** What stock is worth. */
@ShopTest
class CostIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Stock stock;

    @Autowired
    private StockLedger ledger;

    @Autowired
    private Transactions transactions;

    @Autowired
    private SurrogateKeys keys;

    private ShopHttp shop;
    private String store;
    private int storeId;
    private Ledgers ledgers;

    @BeforeEach
    void openStore() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        shop.goods("MUG");
        shop.goods("CUP");
        storeId = jdbc.sql("select id from store where code = :code")
                .param("code", store)
                .query(Integer.class)
                .single();
        ledgers = new Ledgers(jdbc);
    }

    @Test
    void averagesReceiptsAndSellsAtTheAverageUntilNothingIsLeft() {
        receive("MUG", "3", "1");
        receive("MUG", "7", "2");
        assertThat(worth()).isEqualTo("10.000 17.0000");

        assertThat(cogs(sell("3"))).containsExactly("5.1000");
        assertThat(cogs(sell("6", "1"))).containsExactly("10.2000", "1.7000");
        assertThat(worth()).isEqualTo("0.000 0.0000");
        receive("MUG", "3", "0.3333");
        assertThat(cogs(sell("1"))).containsExactly("0.3333");
    }

    @Test
    void leavesNoRestOfAnAverageThatIsNoDecimal() {
        receive("MUG", "7", "1");
        receive("MUG", "4", "1.1112");
        List<String> costs = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            costs.addAll(cogs(sell("1")));
        }

        assertThat(costs).contains("1.0404", "1.0405");
        assertThat(costs.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("11.4448");
        assertThat(worth()).isEqualTo("0.000 0.0000");
    }

    @Test
    void takesBackAtWhatTheSaleCostAndKeepsTheAverage() {
        receive("MUG", "4", "1");
        Map<String, Object> order = sell("3");
        receive("MUG", "1", "9");
        assertThat(worth()).isEqualTo("2.000 10.0000");

        takeBack(String.valueOf(order.get("id")), "1");
        assertThat(worth()).isEqualTo("3.000 11.0000");
        takeBack(null, "1");
        assertThat(worth()).isEqualTo("4.000 16.0000");
        assertThat(cogs(sell("4"))).containsExactly("20.0000");
        assertThat(worth()).isEqualTo("0.000 -4.0000");
        receive("MUG", "2", "3");
        assertThat(cogs(sell("2"))).containsExactly("6.0000");
        assertThat(worth()).isEqualTo("0.000 -4.0000");
    }

    @Test
    void dividesTheCostOfALineAmongItsPartialReturns() {
        receive("MUG", "3", "0.3333");
        receive("MUG", "3", "0.6668");
        Map<String, Object> order = sell("3");
        List<String> before = cogs(order);

        for (int i = 0; i < 3; i++) {
            takeBack(String.valueOf(order.get("id")), "1");
        }

        assertThat(before).containsExactly("1.5001");
        assertThat(jdbc.sql("select sum(value) from stock_move where store_id = :store and kind = 'return'")
                        .param("store", storeId)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("1.5001");
        assertThat(worth()).isEqualTo("6.000 3.0003");
    }

    @Test
    void givesABatchWhatOneByOneGives() {
        String other = store;
        List<DocumentMoves> mixed = List.of(
                moves("receipt", "3", "1.0001"),
                moves("sale", "-1", null),
                moves("receipt", "4", "7.77"),
                moves("return", "1", "0.5"),
                moves("sale", "-2", null),
                moves("adjustment", "2", null),
                moves("receipt", "1", "100"),
                moves("sale", "-3", null));
        post(mixed);
        List<String> atOnce = history();
        openStore();
        assertThat(store).isNotEqualTo(other);
        List.of(
                        moves("receipt", "3", "1.0001"),
                        moves("sale", "-1", null),
                        moves("receipt", "4", "7.77"),
                        moves("return", "1", "0.5"),
                        moves("sale", "-2", null),
                        moves("adjustment", "2", null),
                        moves("receipt", "1", "100"),
                        moves("sale", "-3", null))
                .forEach(one -> post(List.of(one)));

        assertThat(atOnce).isEqualTo(history()).hasSize(8);
        ledgers.assertAddUp(storeId);
    }

    @Test
    void equalsARecomputationAfterARandomDayOfManyAtOnce() {
        long seed = new Random().nextLong();
        int refused = AtOnce.run(12, client -> clientDay(new Random(seed + client))).stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(refused).as("seed %d", seed).isLessThan(12 * 25);
        ledgers.assertAddUp(storeId);
        assertThat(ledgers.moves(storeId, "MUG")).as("seed %d", seed).hasSizeGreaterThan(100);
    }

    /** The first is 0.0000499999…95, which becomes 0.0001 where a division rounds before round does. */
    @Test
    void roundsInTheDatabaseAsInJava() {
        Random random = new Random(7);
        List<BigDecimal[]> fractions = new ArrayList<>();
        fractions.add(new BigDecimal[] {
            new BigDecimal("10000.000"), new BigDecimal("10000.0000"), new BigDecimal("2000000000000.002")
        });
        for (int i = 0; i < 2_000; i++) {
            fractions.add(new BigDecimal[] {
                BigDecimal.valueOf(random.nextLong() % (1L << random.nextInt(10, 60)), 3),
                BigDecimal.valueOf(Math.abs(random.nextLong() % (1L << random.nextInt(10, 60))), 4),
                BigDecimal.valueOf(1 + Math.abs(random.nextLong() % (1L << random.nextInt(1, 60))), 3)
            });
        }
        for (BigDecimal[] fraction : fractions) {
            Balance balance = new Balance(1, BigDecimal.ZERO, BigDecimal.ZERO, fraction[1], fraction[2]);
            assertThat(jdbc.sql(
                                    "select round(? * cost_value / nullif(cost_quantity, 0), 4) from (select "
                                            + "cast(? as decimal(19, 4)) as cost_value, cast(? as decimal(19, 3)) as cost_quantity) b")
                            .params((Object[]) fraction)
                            .query(BigDecimal.class)
                            .single())
                    .as("%s * %s / %s", (Object[]) fraction)
                    .isEqualByComparingTo(balance.book(fraction[0]));
        }
    }

    private int clientDay(Random random) {
        int refused = 0;
        for (int i = 0; i < 25; i++) {
            List<DocumentMoves> batch = new ArrayList<>();
            int size = 1 + random.nextInt(4);
            for (int n = 0; n < size; n++) {
                batch.add(randomMoves(random));
            }
            try {
                post(batch);
            } catch (ShopException e) {
                assertThat(e).hasMessageContaining("Cannot take out what is not there");
                refused++;
            }
        }
        return refused;
    }

    private DocumentMoves randomMoves(Random random) {
        String kind = List.of("receipt", "sale", "sale", "return", "adjustment", "transfer-in")
                .get(random.nextInt(6));
        DocumentMoves moves = DocumentMoves.of(keys.next(), storeId, kind);
        for (String sku : random.nextInt(3) == 0 ? List.of("CUP", "MUG") : List.of("MUG")) {
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(7_000), 3);
            switch (kind) {
                case "receipt", "transfer-in" ->
                    moves.add(sku, quantity, BigDecimal.valueOf(random.nextInt(90_000), 4));
                case "sale" -> moves.add(sku, quantity.negate());
                case "return" -> {
                    if (random.nextBoolean()) {
                        moves.add(sku, quantity, BigDecimal.valueOf(random.nextInt(90_000), 4));
                    } else {
                        moves.add(sku, quantity);
                    }
                }
                default -> moves.add(sku, random.nextBoolean() ? quantity : quantity.negate());
            }
        }
        return moves;
    }

    private void post(List<DocumentMoves> documents) {
        transactions.inOne(() -> ledger.post(documents));
    }

    private DocumentMoves moves(String kind, String quantity, @Nullable String value) {
        DocumentMoves moves = DocumentMoves.of(keys.next(), storeId, kind);
        if (value == null) {
            moves.add("MUG", new BigDecimal(quantity));
            return moves;
        }
        moves.add("MUG", new BigDecimal(quantity), new BigDecimal(value));
        return moves;
    }

    private List<String> history() {
        return ledgers.moves(storeId, "MUG").stream()
                .map(Ledgers.Move::toString)
                .toList();
    }

    private void receive(String sku, String quantity, String cost) {
        stock.receive(List.of(new ReceiveStock(
                UUID.randomUUID(),
                "R",
                store,
                Channel.TILL,
                Instant.parse("2026-03-01T09:00:00Z"),
                false,
                List.of(new ReceiveStock.Line(sku, new BigDecimal(quantity), new BigDecimal(cost))))));
    }

    private Map<String, Object> sell(String... quantities) {
        List<Map<String, Object>> lines = new ArrayList<>();
        BigDecimal payable = BigDecimal.ZERO;
        for (String quantity : quantities) {
            lines.add(ShopHttp.line("MUG", quantity, "5"));
            payable = payable.add(new BigDecimal(quantity).multiply(BigDecimal.valueOf(5)));
        }
        Map<String, Object> order = ShopHttp.order(store, lines, payable.toPlainString());
        assertThat(shop.post("/api/v1/orders", order).status()).isEqualTo(201);
        return order;
    }

    private void takeBack(@Nullable String order, String quantity) {
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line("MUG", quantity, "5"));
        line.put("reason", "broken");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("store", store);
        body.put("occurredAt", "2026-03-03T10:00:00Z");
        if (order != null) {
            body.put("orderId", order);
            line.put("orderLineNo", 1);
        }
        body.put("lines", List.of(line));
        String refund = new BigDecimal(quantity).multiply(BigDecimal.valueOf(5)).toPlainString();
        body.put("refunds", List.of(Map.of("id", UUID.randomUUID(), "tender", "card", "amount", refund)));
        ShopHttp.Answer answer = shop.post("/api/v1/returns", body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    private List<String> cogs(Map<String, Object> order) {
        return jdbc.sql("""
                select l.cogs from sale_line l join sale_order o on o.id = l.order_id
                where o.uuid = :id order by l.line_no
                """).param("id", order.get("id")).query(String.class).list();
    }

    private String worth() {
        ledgers.assertAddUp(storeId);
        return jdbc.sql("select concat(on_hand, ' ', value) from stock_balance where store_id = :store and sku = 'MUG'")
                .param("store", storeId)
                .query(String.class)
                .single();
    }
}
