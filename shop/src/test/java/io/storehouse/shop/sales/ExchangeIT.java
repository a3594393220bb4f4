package io.storehouse.shop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.People;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShopTest
class ExchangeIT {
    @LocalServerPort
    private int port;

    private Tills tills;
    private ShopHttp shop;
    private ShopHttp register;
    private String shift;

    @BeforeEach
    void openStore() {
        tills = new Tills(port);
        shop = tills.shop();
        for (String sku : List.of("MUG", "CUP")) {
            shop.goods(sku);
            shop.receive(tills.store(), sku, "20");
        }
        register = tills.register("R1");
        shift = tills.open("R1", "0");
    }

    @Test
    void takesBackAndSellsTogether() {
        Map<String, Object> exchange = exchange(sell("MUG"), "MUG", "CUP", "5");

        ShopHttp.Answer first = register.post("/api/v1/exchanges", exchange);
        ShopHttp.Answer again = register.post("/api/v1/exchanges", exchange);

        assertThat(first.status()).as(first.raw().body()).isEqualTo(201);
        assertThat(first.body().path("return").path("payable").asString()).isEqualTo("2.00");
        assertThat(first.body().path("order").path("payable").asString()).isEqualTo("5.00");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(tills.cashOf(shift, "expected")).isEqualByComparingTo("5");
        assertThat(onHand()).containsExactly("19.000", "20.000");
        exchange.put("order", tills.order("CUP", "1", "6", Tills.payment("cash", "6")));
        assertThat(register.post("/api/v1/exchanges", exchange).code()).isEqualTo("idempotency-conflict");
    }

    @Test
    void recordsNothingWhenEitherIsRefused() {
        String order = sell("MUG");
        Map<String, Object> tooMuch = exchange(order, "MUG", "CUP", "5");
        tooMuch.put("order", tills.order("CUP", "100", "1", Tills.payment("cash", "100")));
        Map<String, Object> notSold = exchange(order, "CUP", "CUP", "5");

        assertThat(register.post("/api/v1/exchanges", tooMuch).code()).isEqualTo("insufficient-stock");
        assertThat(register.post("/api/v1/exchanges", notSold).code()).isEqualTo("return-exceeds-sale");
        assertThat(onHand()).containsExactly("20.000", "19.000");
        assertThat(tills.cashOf(shift, "expected")).isEqualByComparingTo("2");
        Map<String, Object> good = exchange(order, "MUG", "CUP", "5");
        good.put("id", tooMuch.get("id"));
        assertThat(register.post("/api/v1/exchanges", good).status()).isEqualTo(201);
    }

    @Test
    void exchangesWithoutReceiptWithAManagersPinOnly() {
        People people = new People(port);
        String manager = people.hire("store_manager", tills.store());
        Map<String, Object> exchange = exchange(sell("MUG"), "MUG", "CUP", "5");
        @SuppressWarnings("unchecked")
        Map<String, Object> back =
                new LinkedHashMap<>((Map<String, Object>) Objects.requireNonNull(exchange.get("return")));
        back.remove("orderId");
        back.put("lines", List.of(ShopHttp.line("MUG", "1", "2")));
        exchange.put("return", back);

        assertThat(register.post("/api/v1/exchanges", exchange).code()).isEqualTo("approval-required");
        back.put("approval", Map.of("username", manager, "pin", "0000"));
        assertThat(register.post("/api/v1/exchanges", exchange).code()).isEqualTo("approval-refused");
        back.put("approval", Map.of("username", manager, "pin", People.PIN));
        ShopHttp.Answer exchanged = register.post("/api/v1/exchanges", exchange);

        assertThat(exchanged.status()).as(exchanged.raw().body()).isEqualTo(201);
    }

    @Test
    void refusesPartsThatWereRecordedByThemselves() {
        String order = sell("MUG");
        Map<String, Object> exchange = exchange(order, "MUG", "CUP", "5");
        assertThat(register.post("/api/v1/returns", Objects.requireNonNull(exchange.get("return")))
                        .status())
                .isEqualTo(201);

        ShopHttp.Answer refused = register.post("/api/v1/exchanges", exchange);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("already-recorded");
        assertThat(tills.cashOf(shift, "expected")).isEqualByComparingTo("0");
    }

    @Test
    void exchangesInOppositeDirectionsAtOnce() throws Exception {
        ShopHttp other = tills.register("R2");
        tills.open("R2", "0");
        List<String> mugs = IntStream.range(0, 8).mapToObj(i -> sell("MUG")).toList();
        List<String> cups = IntStream.range(0, 8).mapToObj(i -> sell("CUP")).toList();
        List<Callable<ShopHttp.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Map<String, Object> there = exchange(mugs.get(i), "MUG", "CUP", "2");
            Map<String, Object> back = exchange(cups.get(i), "CUP", "MUG", "2");
            calls.add(() -> register.post("/api/v1/exchanges", there));
            calls.add(() -> other.post("/api/v1/exchanges", back));
        }

        assertThat(AtOnce.run(calls)).extracting(ShopHttp.Answer::status).containsOnly(201);
        assertThat(onHand()).containsExactly("12.000", "12.000");
        assertThat(tills.cashOf(shift, "expected")).isEqualByComparingTo("32");
    }

    @Test
    void refusesPartsOfTwoTills() {
        Map<String, Object> exchange = exchange(sell("MUG"), "MUG", "CUP", "5");
        Map<String, Object> elsewhere = tills.order("CUP", "1", "5", Tills.payment("cash", "5"));
        elsewhere.put("till", "R2");
        exchange.put("order", elsewhere);

        assertThat(shop.post("/api/v1/exchanges", exchange).code()).isEqualTo("invalid-exchange");
    }

    private String sell(String sku) {
        Map<String, Object> order = tills.order(sku, "1", "2", Tills.payment("cash", "2"));
        assertThat(register.post("/api/v1/orders", order).status()).isEqualTo(201);
        return String.valueOf(order.get("id"));
    }

    private Map<String, Object> exchange(String order, String back, String instead, String price) {
        Map<String, Object> takeback = tills.takeback(order, back, "1", "2");
        takeback.put("refunds", List.of(Tills.payment("cash", "2")));
        Map<String, Object> exchange = new LinkedHashMap<>();
        exchange.put("id", UUID.randomUUID());
        exchange.put("return", takeback);
        exchange.put("order", tills.order(instead, "1", price, Tills.payment("cash", price)));
        return exchange;
    }

    private List<String> onHand() {
        List<String> quantities = new ArrayList<>();
        shop.get("/api/v1/stock?store=" + ShopHttp.encode(tills.store()))
                .body()
                .forEach(row -> quantities.add(row.path("onHand").asString()));
        return quantities;
    }
}
