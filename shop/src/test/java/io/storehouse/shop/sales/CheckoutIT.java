package io.storehouse.shop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShopTest
class CheckoutIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;

    @BeforeEach
    void client() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
    }

    @Test
    void recordsAnOrderWithItsEvent() {
        shop.store("Leeds");
        shop.goods("MUG");
        shop.receive("Leeds", "MUG", "10");
        Map<String, Object> order = ShopHttp.order("Leeds", List.of(ShopHttp.line("MUG", "3", "2.55")), "7.65");

        ShopHttp.Answer answer = shop.post("/api/v1/orders", order);

        assertThat(answer.raw().body()).contains("\"payable\":\"7.65\"");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("linesTotal").asString()).isEqualTo("7.6500");
        assertThat(shop.get("/api/v1/stock?store=Leeds")
                        .body()
                        .path(0)
                        .path("onHand")
                        .asString())
                .isEqualTo("7.000");
        String event = jdbc.sql("select payload from outbox where event_key = :id")
                .param("id", order.get("id"))
                .query(String.class)
                .single();
        assertThat(event).contains("\"type\":\"order_placed\"", "\"on_hand\":\"7.000\"", "\"business_time\":\"10:15\"");
    }
}
