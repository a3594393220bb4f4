package io.storehouse.tills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ShopClientTest {
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> bodies = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private ShopClient shop;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            int status = answers.isEmpty() ? 201 : answers.poll();
            if (status == 0) {
                exchange.close();
                return;
            }
            byte[] body = "{\"code\":\"c\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        shop = new ShopClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "t", Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsTheSameBytesAgainUntilTheShopAnswers() {
        answers.addAll(List.of(0, 503, 429, 500));
        ShopClient.Answer answer =
                shop.post("/orders", ShopClient.JSON.createObjectNode().put("id", "1"));
        assertThat(answer.ok()).isTrue();
        assertThat(bodies).hasSize(5).containsOnly("{\"id\":\"1\"}");
    }

    @Test
    void doesNotSendAgainWhatWasRefused() {
        answers.add(409);
        assertThat(shop.post("/orders", ShopClient.JSON.createObjectNode()).problem())
                .isEqualTo("c");
        assertThat(bodies).hasSize(1);
    }

    @Test
    void losesPatience() {
        server.stop(0);
        ShopClient hasty = new ShopClient(URI.create("http://127.0.0.1:1"), "t", Duration.ofMillis(200));
        assertThatThrownBy(() -> hasty.get("/stores"))
                .isInstanceOf(ShopUnavailable.class)
                .hasMessageContaining("run the same command again, nothing is done twice");
    }
}
