package io.storehouse.shop.notifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookSmsTest extends RefusingProviderContract {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T08:00:00Z"), ZoneOffset.UTC);
    private static final String SECRET = "shared-secret";

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private volatile int status = 200;
    private volatile @Nullable String retryAfter;
    private volatile boolean hangs;

    private record Request(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/sms", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (hangs) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (status / 100 == 2) {
            requests.add(new Request(Map.copyOf(exchange.getRequestHeaders()), body));
        }
        if (retryAfter != null) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        if (status / 100 == 3) {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private WebhookSms webhook(Duration timeout) {
        return new WebhookSms(
                new NotifyingSettings.Webhook(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms"),
                        SECRET,
                        Map.of("X-Api-Key", "k-1"),
                        "{\"id\":\"{key}\",\"to\":\"{recipient}\",\"body\":{\"text\":\"{text}\"}}"),
                timeout,
                CLOCK);
    }

    @Test
    void signsWhatItSends() throws DeliveryFailure {
        Message message = message();

        provider().deliver(message);

        Request request = requests.get(0);
        assertThat(request.header("X-api-key")).isEqualTo("k-1");
        assertThat(request.header("Idempotency-key")).isEqualTo(message.key().toString());
        assertThat(request.header("Storehouse-timestamp")).isEqualTo("1777622400");
        assertThat(request.header("Storehouse-signature"))
                .isEqualTo("v1=" + WebhookSms.signature(SECRET, "1777622400." + request.body()));
        assertThat(WebhookSms.signature("key", "The quick brown fox jumps over the lazy dog"))
                .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408, 425})
    void triesAgainAfter(int answer) {
        status = answer;

        DeliveryFailure failure = failure(provider());

        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure.reply()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 410, 422, 302})
    void neverTriesAgainAfter(int answer) {
        status = answer;

        DeliveryFailure failure = failure(provider());

        assertThat(failure.isPermanent()).isTrue();
        assertThat(failure.reply()).isEqualTo(answer);
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        status = 429;
        retryAfter = "120";
        assertThat(failure(provider()).retryAfter()).isEqualTo(Duration.ofMinutes(2));

        retryAfter = "Fri, 01 May 2026 08:10:00 GMT";
        assertThat(failure(provider()).retryAfter()).isEqualTo(Duration.ofMinutes(10));

        retryAfter = "soon";
        DeliveryFailure vague = failure(provider());
        assertThat(vague.retryAfter()).isNull();
        assertThat(vague.isPermanent()).isFalse();
        assertThat(vague.code()).isEqualTo("throttled");
    }

    @Test
    void givesUpWaitingForAnAnswer() {
        hangs = true;

        DeliveryFailure failure = failure(webhook(Duration.ofMillis(200)));

        assertThat(failure.code()).isIn("timeout", "provider-away");
        assertThat(failure.isPermanent()).isFalse();
    }

    @Test
    void triesAgainWhereNobodyListens() {
        server.stop(0);

        DeliveryFailure failure = failure(provider());

        assertThat(failure.code()).isEqualTo("provider-away");
        assertThat(failure.isPermanent()).isFalse();
    }

    private DeliveryFailure failure(Provider provider) {
        DeliveryFailure failure = catchThrowableOfType(DeliveryFailure.class, () -> provider.deliver(message()));
        assertThat(failure).isNotNull();
        return failure;
    }

    @Override
    Provider provider() {
        return webhook(Duration.ofSeconds(10));
    }

    @Override
    String recipient() {
        return "+8613812345678";
    }

    @Override
    List<Received> received() {
        return requests.stream()
                .map(request -> JsonMapper.shared().readTree(request.body()))
                .map(WebhookSmsTest::received)
                .toList();
    }

    private static Received received(JsonNode body) {
        return new Received(
                body.path("id").asString(),
                body.path("to").asString(),
                body.path("body").path("text").asString());
    }

    @Override
    void fail() {
        status = 500;
    }

    @Override
    void refuse() {
        status = 422;
    }

    @Override
    void recover() {
        status = 202;
    }
}
