package io.storehouse.shop.giftcards;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.pricing.PricingFixture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShopTest
@ExtendWith(OutputCaptureExtension.class)
class GiftCardIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private PricingFixture shop;
    private String mug;
    private String voucher;

    @BeforeEach
    void openStore() {
        shop = new PricingFixture(port);
        mug = shop.goods("MUG", "10");
        voucher = shop.service("VOUCHER", "1");
    }

    /** Σ entries = balance ≥ 0, whatever a test did; but for cards that a test of lists made of nothing. */
    @AfterEach
    void ledgersAddUp() {
        assertThat(jdbc.sql("""
                        select c.digits, c.balance, sum(e.amount), max(e.version), c.version, min(e.balance)
                        from gift_card c left join gift_card_entry e on e.card_id = c.id
                        where c.reason <> 'listed'
                        group by c.id
                        having c.balance < 0 or min(e.balance) < 0 or not sum(e.amount) <=> c.balance
                            or max(e.version) <> c.version or count(e.version) <> c.version
                        """).query().listOfRows()).isEmpty();
    }

    @Test
    void issuesACardByHandOnceAndKeepsNoCode(CapturedOutput output) {
        String code = code();
        Map<String, Object> card = card(code, "50");

        ShopHttp.Answer first = shop.shop.post("/api/v1/gift-cards", card);
        ShopHttp.Answer again = shop.shop.post("/api/v1/gift-cards", card);
        shop.till.post("/api/v1/orders", payment(code, "60", "60"));
        shop.till.post("/api/v1/orders", payment(code, "10", "10"));
        card.put("amount", "51");
        ShopHttp.Answer other = shop.shop.post("/api/v1/gift-cards", card);
        card.put("id", UUID.randomUUID());
        ShopHttp.Answer taken = shop.shop.post("/api/v1/gift-cards", card);

        assertThat(first.status()).as(first.raw().body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.code()).isEqualTo("idempotency-conflict");
        assertThat(taken.code()).isEqualTo("identifier-taken");
        assertThat(balance(code)).isEqualTo("40.0000");
        assertThat(jdbc.sql("select type from outbox where event_key = :id")
                        .param("id", first.body().path("id").asString())
                        .query(String.class)
                        .list())
                .containsExactly("gift_card_issued");
        assertThat(jdbc.sql("""
                        select count(*) from outbox where payload like concat('%', :code, '%')
                        """).param("code", code).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from idempotency where body like concat('%', :code, '%')")
                        .param("code", code)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(output).doesNotContain(code);
        assertThat(first.raw().body() + taken.raw().body()).doesNotContain(code);
    }

    @Test
    void sellsACardAndPaysWithIt() {
        String code = code();
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(voucher, "1", "25"));
        line.put("giftCard", code);
        Map<String, Object> sale = ShopHttp.order(shop.store, List.of(line), "25");
        assertThat(shop.till.post("/api/v1/orders", sale).status()).isEqualTo(201);
        assertThat(event(sale))
                .contains("\"gift_card\":\"" + line.get("id") + "\"")
                .doesNotContain(code);

        Map<String, Object> order = payment(code.toLowerCase(java.util.Locale.ROOT), "30", "20");
        order.put("payments", List.of(paid("gift_card", "20", code), paid("cash", "10", null)));
        ShopHttp.Answer placed = shop.till.post("/api/v1/orders", order);

        assertThat(placed.status()).as(placed.raw().body()).isEqualTo(201);
        assertThat(balance(code)).isEqualTo("5.0000");
        assertThat(event(order))
                .contains("\"gift_card\":\"" + line.get("id") + "\"")
                .doesNotContain(code);
        assertThat(shop.till
                        .get("/api/v1/orders/" + order.get("id"))
                        .body()
                        .path("payments")
                        .path(0)
                        .path("giftCard")
                        .path("digits")
                        .asString())
                .isEqualTo(code.substring(16));
        assertThat(shop.till.post("/api/v1/orders", order).body()).isEqualTo(placed.body());
        assertThat(balance(code)).isEqualTo("5.0000");
        assertThat(shop.shop
                        .get("/api/v1/gift-cards/" + line.get("id") + "/entries")
                        .body()
                        .toString())
                .contains("\"kind\":\"issue\",\"amount\":\"25.0000\"", "\"kind\":\"payment\",\"amount\":\"-20.0000\"");
    }

    @Test
    void letsOneOfManyTillsSpendTheLastTen() throws Exception {
        String code = issue("10");
        List<Map<String, Object>> orders = new ArrayList<>();
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Map<String, Object> order = payment(code, "10", "10");
            orders.add(order);
            clients.add(() -> shop.till.post("/api/v1/orders", order));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(clients);

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(15)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("gift-card-exhausted"));
        assertThat(balance(code)).isEqualTo("0.0000");
        assertThat(jdbc.sql("select count(*) from sale_order where uuid in (:ids)")
                        .param(
                                "ids",
                                orders.stream()
                                        .map(order -> String.valueOf(order.get("id")))
                                        .toList())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void addsUpAfterRandomPaymentsAndRefundsAtOnce() throws Exception {
        List<String> codes = List.of(issue("40"), issue("40"), issue("40"));
        Random random = new Random(11);
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String one = codes.get(random.nextInt(3));
            String two = codes.get(random.nextInt(3));
            boolean back = random.nextBoolean();
            clients.add(() -> {
                Map<String, Object> order = payment(one, "10", "10");
                order.put("payments", List.of(paid("gift_card", "7", one), paid("gift_card", "3", two)));
                int status = shop.till.post("/api/v1/orders", order).status();
                if (status == 201 && back) {
                    Map<String, Object> takeback = takeBack(order, mug, "10", null);
                    takeback.put("refunds", List.of(paid("gift_card", "7", one), paid("gift_card", "3", two)));
                    assertThat(shop.till.post("/api/v1/returns", takeback).status())
                            .isEqualTo(201);
                }
                return status;
            });
        }

        List<Integer> statuses = AtOnce.run(clients);

        assertThat(statuses).containsOnly(201, 409).contains(201);
        BigDecimal left = BigDecimal.ZERO;
        for (String code : codes) {
            left = left.add(new BigDecimal(balance(code)));
        }
        BigDecimal kept =
                jdbc.sql("""
                        select coalesce(sum(p.amount - p.refunded), 0)
                        from gift_card_payment p join gift_card c on c.id = p.card_id
                        join store s on s.id = c.store_id where s.code = :store
                        """).param("store", shop.store).query(BigDecimal.class).single();
        assertThat(left.add(kept)).isEqualByComparingTo("120");
    }

    @Test
    void refundsToTheCardThatPaidAndNoMore() {
        String code = issue("10");
        String stranger = issue("10");
        Map<String, Object> order = payment(code, "10", "10");
        assertThat(shop.till.post("/api/v1/orders", order).status()).isEqualTo(201);

        assertThat(shop.till
                        .post("/api/v1/returns", takeBack(order, mug, "10", stranger))
                        .code())
                .isEqualTo("unknown-gift-card");
        Map<String, Object> back = takeBack(order, mug, "10", null);
        assertThat(shop.till.post("/api/v1/returns", back).status()).isEqualTo(201);
        assertThat(shop.till.post("/api/v1/returns", back).status()).isEqualTo(201);
        assertThat(shop.till
                        .post("/api/v1/returns", takeBack(order, mug, "10", null))
                        .status())
                .isEqualTo(409);

        assertThat(balance(code)).isEqualTo("10.0000");
        assertThat(balance(stranger)).isEqualTo("10.0000");
        assertThat(event(back))
                .containsPattern("\"tender\":\"gift_card\",\"amount\":\"10.0000\",\"gift_card\":\"[-0-9a-f]{36}\"")
                .doesNotContain(code);
    }

    @Test
    void refundsToEachOfTwoCardsWhatItPaid() {
        String one = issue("7");
        String two = issue("3");
        Map<String, Object> order = payment(one, "10", "10");
        order.put("payments", List.of(paid("gift_card", "7", one), paid("gift_card", "3", two)));
        assertThat(shop.till.post("/api/v1/orders", order).status()).isEqualTo(201);

        assertThat(shop.till
                        .post("/api/v1/returns", takeBack(order, mug, "10", null))
                        .code())
                .isEqualTo("invalid-gift-card");
        assertThat(shop.till
                        .post("/api/v1/returns", takeBack(order, mug, "10", one))
                        .code())
                .isEqualTo("gift-card-refund-exceeds-payment");
        Map<String, Object> right = takeBack(order, mug, "10", null);
        right.put("refunds", List.of(paid("gift_card", "7", one), paid("gift_card", "3", two)));
        assertThat(shop.till.post("/api/v1/returns", right).status()).isEqualTo(201);

        assertThat(balance(one)).isEqualTo("7.0000");
        assertThat(balance(two)).isEqualTo("3.0000");
    }

    @Test
    void takesASoldCardBackOnlyUnspent() {
        String code = code();
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(voucher, "1", "25"));
        line.put("giftCard", code);
        Map<String, Object> sale = ShopHttp.order(shop.store, List.of(line), "25");
        assertThat(shop.till.post("/api/v1/orders", sale).status()).isEqualTo(201);
        Map<String, Object> spent = payment(code, "10", "10");
        assertThat(shop.till.post("/api/v1/orders", spent).status()).isEqualTo(201);

        ShopHttp.Answer refused = shop.till.post("/api/v1/returns", takeBack(sale, voucher, "25", null, "card"));

        assertThat(refused.code()).isEqualTo("gift-card-spent");
        assertThat(shop.till
                        .post("/api/v1/returns", takeBack(spent, mug, "10", null))
                        .status())
                .isEqualTo(201);
        assertThat(shop.till
                        .post("/api/v1/returns", takeBack(sale, voucher, "25", null, "card"))
                        .status())
                .isEqualTo(201);
        assertThat(balance(code)).isEqualTo("0.0000");
    }

    @Test
    void refusesWhatACardCannotDo() {
        String code = issue("10");
        PricingFixture abroad = new PricingFixture(port);
        abroad.shop.put(
                "/api/v1/stores/" + ShopHttp.encode(abroad.store),
                Map.of("name", "Paris", "timeZone", "Europe/Paris", "currency", "EUR"));
        Map<String, Object> euros = payment(code, "10", "10");
        euros.put("store", abroad.store);
        euros.put("lines", List.of(ShopHttp.line(voucher, "1", "10")));
        Map<String, Object> nameless = payment(code, "10", "10");
        nameless.put("payments", List.of(paid("gift_card", "10", null)));
        Map<String, Object> misnamed = payment(code, "10", "10");
        misnamed.put("payments", List.of(paid("cash", "10", code)));

        assertThat(abroad.till.post("/api/v1/orders", euros).code()).isEqualTo("gift-card-currency-differs");
        assertThat(shop.till.post("/api/v1/orders", nameless).code()).isEqualTo("invalid-order");
        assertThat(shop.till.post("/api/v1/orders", misnamed).code()).isEqualTo("invalid-document");
        assertThat(shop.till.post("/api/v1/orders", payment(code(), "10", "10")).code())
                .isEqualTo("unknown-gift-card");
        ShopHttp.Answer tooShort = shop.till.post("/api/v1/orders", payment("SECRETSHORTCODE", "10", "10"));
        assertThat(tooShort.code()).isEqualTo("invalid-gift-card");
        assertThat(tooShort.raw().body()).doesNotContain("SECRETSHORTCODE");
        assertThat(shop.shop.post("/api/v1/gift-cards", card(code(), "0")).code())
                .isEqualTo("invalid-gift-card");
        assertThat(shop.shop.post("/api/v1/gift-cards", card(code(), "1.005")).code())
                .isEqualTo("invalid-gift-card");
        assertThat(shop.till.post("/api/v1/gift-cards", card(code(), "1")).status())
                .isEqualTo(403);
        Map<String, Object> two = new LinkedHashMap<>(ShopHttp.line(voucher, "2", "5"));
        two.put("giftCard", code());
        assertThat(shop.till
                        .post("/api/v1/orders", ShopHttp.order(shop.store, List.of(two), "10"))
                        .code())
                .isEqualTo("invalid-order");
        Map<String, Object> goods = new LinkedHashMap<>(ShopHttp.line(mug, "1", "25"));
        goods.put("giftCard", code());
        ShopHttp.Answer asGoods = shop.till.post("/api/v1/orders", ShopHttp.order(shop.store, List.of(goods), "25"));
        assertThat(asGoods.code()).isEqualTo("invalid-order");
        assertThat(asGoods.body().path("detail").asString()).contains("a gift card is sold as a service");
        assertThat(balance(code)).isEqualTo("10.0000");
    }

    @Test
    void readsCardsByTheirKeys() {
        String code = issue("10");
        String id = shop.till
                .post("/api/v1/gift-cards/balance", Map.of("code", code))
                .body()
                .path("id")
                .asString();

        assertThat(shop.shop
                        .get("/api/v1/gift-cards?limit=1")
                        .body()
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
        assertThat(shop.shop.get("/api/v1/gift-cards/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(jdbc.sql("explain " + CardViews.ENTRIES)
                        .param("card", id)
                        .param("after", 0)
                        .param("limit", 10)
                        .query()
                        .listOfRows())
                .extracting(row -> row.get("key"))
                .containsExactly("PRIMARY", "gift_card_uuid");
    }

    private String issue(String amount) {
        String code = code();
        assertThat(shop.shop.post("/api/v1/gift-cards", card(code, amount)).status())
                .isEqualTo(201);
        return code;
    }

    private String code() {
        return shop.shop
                .post("/api/v1/gift-cards/codes", Map.of("count", 1))
                .body()
                .path(0)
                .asString();
    }

    private Map<String, Object> card(String code, String amount) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("id", UUID.randomUUID());
        card.put("store", shop.store);
        card.put("code", code);
        card.put("amount", amount);
        card.put("reason", "goodwill");
        card.put("occurredAt", "2026-03-02T10:00:00Z");
        return card;
    }

    private String balance(String code) {
        return shop.till
                .post("/api/v1/gift-cards/balance", Map.of("code", code))
                .body()
                .path("balance")
                .asString();
    }

    /** An order of one mug at that price, paid by the card. */
    private Map<String, Object> payment(String code, String price, String amount) {
        Map<String, Object> order = ShopHttp.order(shop.store, List.of(ShopHttp.line(mug, "1", price)), amount);
        order.put("payments", List.of(paid("gift_card", amount, code)));
        return order;
    }

    private static Map<String, Object> paid(String tender, String amount, @Nullable String code) {
        Map<String, Object> paid = new LinkedHashMap<>();
        paid.put("id", UUID.randomUUID());
        paid.put("tender", tender);
        paid.put("amount", amount);
        paid.put("giftCard", code);
        return paid;
    }

    private Map<String, Object> takeBack(Map<String, Object> order, String sku, String amount, @Nullable String code) {
        return takeBack(order, sku, amount, code, "gift_card");
    }

    private Map<String, Object> takeBack(
            Map<String, Object> order, String sku, String amount, @Nullable String code, String tender) {
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(sku, "1", amount));
        line.put("orderLineNo", 1);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("store", shop.store);
        body.put("orderId", order.get("id"));
        body.put("occurredAt", "2026-03-03T10:00:00Z");
        body.put("lines", List.of(line));
        body.put("refunds", List.of(paid(tender, amount, code)));
        return body;
    }

    private String event(Map<String, Object> document) {
        return jdbc.sql("select payload from outbox where event_key = :id")
                .param("id", String.valueOf(document.get("id")))
                .query(String.class)
                .single();
    }
}
