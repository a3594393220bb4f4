package io.storehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShopTest
class OutageIT {
    @LocalServerPort
    private int port;

    private ShopHttp till;
    private String store;

    @BeforeEach
    void openStore() {
        ShopHttp shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        store = "Store " + UUID.randomUUID();
        shop.store(store);
        shop.put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        till = new ShopHttp(
                port,
                shop.post("/api/v1/tills", Map.of("store", store, "code", "T1"))
                        .body()
                        .path("token")
                        .asString());
    }

    @Test
    void sellsWithoutRedis() {
        RealEngines.REDIS.process().kill();
        try {
            assertThat(till.post("/api/v1/orders", order()).status()).isEqualTo(201);
            assertThat(new ShopHttp(port, RealEngines.SERVICE_TOKEN)
                            .get("/api/v1/live")
                            .code())
                    .isEqualTo("redis-away");
            assertThat(new ShopHttp(port, null).get("/actuator/health").status())
                    .isEqualTo(200);
        } finally {
            RealEngines.REDIS.process().start();
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> new ShopHttp(port, RealEngines.SERVICE_TOKEN)
                                .get("/api/v1/live")
                                .status()
                        == 200);
    }

    @Test
    void saysThatTheDatabaseIsAwayAndRecovers() {
        Map<String, Object> order = order();
        RealEngines.MARIADB.process().kill();
        try {
            ShopHttp.Answer answer = till.post("/api/v1/orders", order);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("database-away");
            assertThat(new ShopHttp(port, RealEngines.SERVICE_TOKEN)
                            .post("/api/v1/orders", order)
                            .code())
                    .isEqualTo("database-away");
        } finally {
            RealEngines.MARIADB.process().start();
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> till.post("/api/v1/orders", order).status() == 201);
    }

    private Map<String, Object> order() {
        return ShopHttp.order(store, List.of(ShopHttp.line("POST", "1", "1")), "1");
    }
}
