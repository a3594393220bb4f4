package io.storehouse.shop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShopTest
class CashRoundingIT {
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
        shop.put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        rounding("0.05");
        register = tills.register("R1");
        shift = tills.open("R1", "0");
    }

    @Test
    void roundsWhatIsPaidInCash() {
        ShopHttp.Answer sold = sell("9.98", Tills.cash("10", "20"));

        assertThat(sold.body().path("linesTotal").asString()).isEqualTo("9.9800");
        assertThat(sold.body().path("rounding").asString()).isEqualTo("0.0200");
        assertThat(sold.body().path("payable").asString()).isEqualTo("10.00");
        assertThat(sell("9.97", Tills.payment("cash", "9.95")).status()).isEqualTo(201);
        assertThat(sell("9.975", Tills.payment("cash", "10")).status()).isEqualTo(201);
        assertThat(tills.cashOf(shift, "expected")).isEqualByComparingTo("29.95");
        assertThat(shop.get("/api/v1/shifts/" + shift + "/report")
                        .body()
                        .path("rounding")
                        .asString())
                .isEqualTo("0.0250");
    }

    @Test
    void roundsNoCard() {
        assertThat(sell("9.98", Tills.payment("card", "10")).code()).isEqualTo("invalid-order");
        assertThat(sell("9.98", Tills.payment("card", "9.98"))
                        .body()
                        .path("rounding")
                        .asString())
                .isEqualTo("0.0000");
        assertThat(sell("10.00", Tills.payment("card", "9.98")).code()).isEqualTo("invalid-order");
        assertThat(sell("9.98", Tills.payment("cash", "9.98")).code()).isEqualTo("invalid-order");
    }

    @Test
    void roundsOnlyTheCashOfASplit() {
        ShopHttp.Answer sold = sell("10.02", Tills.payment("card", "5.01"), Tills.payment("cash", "5.00"));

        assertThat(sold.body().path("payable").asString()).isEqualTo("10.01");
        assertThat(sold.body().path("rounding").asString()).isEqualTo("-0.0100");
        assertThat(sell("10.02", Tills.payment("card", "5.02"), Tills.payment("cash", "5.02"))
                        .code())
                .isEqualTo("invalid-order");
    }

    @Test
    void sellsForNothingWhatRoundsToNothing() {
        ShopHttp.Answer sold = sell("0.02");

        assertThat(sold.status()).as(sold.raw().body()).isEqualTo(201);
        assertThat(sold.body().path("payable").asString()).isEqualTo("0.00");
        assertThat(sell("0.03").code()).isEqualTo("invalid-order");
    }

    @Test
    void takesBackForNothingWhatRoundedToNothing() {
        Map<String, Object> order = tills.order("POST", "1", "0.02");
        assertThat(register.post("/api/v1/orders", order).status()).isEqualTo(201);

        ShopHttp.Answer back = takeBack(order, "0.02");

        assertThat(back.status()).as(back.raw().body()).isEqualTo(201);
        assertThat(back.body().path("payable").asString()).isEqualTo("0.00");
    }

    @Test
    void refundsBitByBitWhatWasPaid() {
        Map<String, Object> order = tills.order("POST", "3", "3.33", Tills.payment("cash", "10"));
        assertThat(register.post("/api/v1/orders", order).status()).isEqualTo(201);
        rounding("0.10");

        assertThat(takeBack(order, "3.33", Tills.payment("cash", "3.35")).status())
                .isEqualTo(201);
        assertThat(takeBack(order, "3.33", Tills.payment("cash", "3.35")).code())
                .isEqualTo("invalid-return");
        assertThat(takeBack(order, "3.33", Tills.payment("cash", "3.30")).status())
                .isEqualTo(201);
        assertThat(takeBack(order, "3.33", Tills.payment("cash", "3.35")).status())
                .isEqualTo(201);
        assertThat(tills.cashOf(shift, "expected")).isEqualByComparingTo("0");
    }

    @Test
    void refundsASplitToItsTenders() {
        Map<String, Object> order =
                tills.order("POST", "2", "5.01", Tills.payment("card", "5"), Tills.payment("cash", "5"));
        assertThat(register.post("/api/v1/orders", order).status()).isEqualTo(201);

        assertThat(takeBack(order, "5.01", Tills.payment("card", "5.01")).code())
                .isEqualTo("refund-exceeds-payment");
        assertThat(takeBack(order, "5.01", Tills.payment("card", "5")).status()).isEqualTo(201);
        assertThat(takeBack(order, "5.01", Tills.payment("cash", "5")).status()).isEqualTo(201);
        assertThat(shop.get("/api/v1/shifts/" + shift + "/report")
                        .body()
                        .path("total")
                        .asString())
                .isEqualTo("0.0000");
    }

    @Test
    void voidsAnOrderThatWasRoundedByAnotherStep() {
        Map<String, Object> order = tills.order("POST", "1", "9.98", Tills.cash("10", "10"));
        assertThat(register.post("/api/v1/orders", order).status()).isEqualTo(201);
        rounding(null);

        ShopHttp.Answer voided = shop.post(
                "/api/v1/orders/" + order.get("id") + "/void",
                Map.of("id", UUID.randomUUID(), "occurredAt", "2026-03-02T11:00:00Z", "reason", "wrong"));

        assertThat(voided.status()).as(voided.raw().body()).isEqualTo(201);
        assertThat(voided.body().path("payable").asString()).isEqualTo("10.00");
        assertThat(tills.cashOf(shift, "expected")).isEqualByComparingTo("0");
    }

    @Test
    void knowsOnlyCashThatIsHandedOver() {
        Map<String, Object> card = Tills.payment("card", "1");
        card.put("tendered", "2");
        assertThat(sell("1", card).code()).isEqualTo("invalid-order");
        assertThat(sell("1", Tills.cash("1", "0.95")).code()).isEqualTo("invalid-order");
        Map<String, Object> cash = Tills.cash("1", "2");
        Map<String, Object> order = tills.order("POST", "1", "1", cash);
        assertThat(register.post("/api/v1/orders", order).status()).isEqualTo(201);
        cash.put("tendered", "5");
        assertThat(register.post("/api/v1/orders", order).code()).isEqualTo("idempotency-conflict");
        assertThat(takeBack(order, "1", Tills.cash("1", "2")).code()).isEqualTo("invalid-return");
    }

    @Test
    void refusesStepsThatNoCoinHas() {
        for (String step : List.of("0", "-0.05", "0.005")) {
            assertThat(store(step).code()).as(step).isEqualTo("invalid-store");
        }
        for (String step : List.of("1e-600000000", "1e600000000")) {
            assertThat(store(step).code()).as(step).isEqualTo("unreadable");
        }
    }

    private void rounding(@Nullable String step) {
        assertThat(store(step).status()).isEqualTo(200);
    }

    private ShopHttp.Answer store(@Nullable String step) {
        Map<String, Object> body =
                new LinkedHashMap<>(Map.of("name", "Shop", "timeZone", "Europe/London", "currency", "GBP"));
        body.put("cashRounding", step);
        return shop.put("/api/v1/stores/" + ShopHttp.encode(tills.store()), body);
    }

    @SafeVarargs
    private ShopHttp.Answer sell(String price, Map<String, Object>... payments) {
        return register.post("/api/v1/orders", tills.order("POST", "1", price, payments));
    }

    private ShopHttp.Answer takeBack(Map<String, Object> order, String price, Map<String, Object>... refunds) {
        Map<String, Object> back = tills.takeback(order.get("id"), "POST", "1", price);
        back.put("refunds", List.of(refunds));
        return register.post("/api/v1/returns", back);
    }
}
