package io.storehouse.shop.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.People;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.days.Write.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every document that says when it happened, said by a clock that is ahead. */
@ShopTest
class DatedAheadIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "openapi.json");
    private static final Map<String, Write> WRITES = new Writes().all;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private People people;

    @BeforeEach
    void comeIn() {
        people = new People(port);
    }

    @AfterEach
    void forgetWhatThereIsOneOf() {
        jdbc.sql("delete from loyalty_programme").update();
    }

    static List<String> dated() throws IOException {
        JsonNode document = JsonMapper.shared().readTree(Files.readString(DOCUMENT));
        return WRITES.entrySet().stream()
                .filter(entry -> entry.getValue().form() == Write.Form.DOCUMENT)
                .map(Map.Entry::getKey)
                .filter(endpoint -> {
                    String[] words = endpoint.split(" ");
                    JsonNode operation = document.path("paths").path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
                    String schema =
                            operation.path("requestBody").findPath("$ref").asString("");
                    String name = schema.substring(schema.lastIndexOf('/') + 1);
                    JsonNode properties = document.path("components")
                            .path("schemas")
                            .path(name)
                            .path("properties");
                    return properties.has("occurredAt") || properties.has("countedAt");
                })
                .toList();
    }

    @Test
    void knowsWhichDocumentsSayWhenTheyHappened() throws IOException {
        assertThat(dated())
                .contains(
                        "POST /api/v1/orders",
                        "POST /api/v1/returns",
                        "POST /api/v1/orders/{id}/void",
                        "POST /api/v1/stock/adjustments",
                        "POST /api/v1/stock/counts/{id}/entries",
                        "POST /api/v1/gift-cards",
                        "POST /api/v1/loyalty/redemptions");
    }

    /** A clock that is ahead must not put a document on a day that has not come; one in the wrong zone may. */
    @ParameterizedTest
    @MethodSource("dated")
    void refusesWhatHasNotHappenedYet(String endpoint) {
        Request request = request(endpoint);

        ShopHttp.Answer ahead = send(dated(request, Duration.ofHours(25)));

        assertThat(ahead.status()).as(endpoint + ahead.raw().body()).isEqualTo(400);
        assertThat(ahead.body().path("detail").asString()).contains("more than a day ahead of the shop's clock");
        ShopHttp.Answer mended = send(request);
        assertThat(mended.status()).as(endpoint + mended.raw().body()).isEqualTo(201);
        assertThat(mended.raw().headers().firstValue("Idempotent-Replay")).isEmpty();
        assertThat(send(dated(request(endpoint), Duration.ofHours(23))).status())
                .as(endpoint)
                .isNotEqualTo(400);
    }

    private Request request(String endpoint) {
        return Objects.requireNonNull(WRITES.get(endpoint)).request().apply(new Scene(port, people));
    }

    private ShopHttp.Answer send(Request request) {
        return new ShopHttp(port, RealEngines.SERVICE_TOKEN).send(request.method(), request.path(), request.body());
    }

    private static Request dated(Request request, Duration ahead) {
        @SuppressWarnings("unchecked")
        Map<String, Object> body =
                new LinkedHashMap<>((Map<String, Object>) Objects.requireNonNull(request.body(), request.path()));
        body.put(
                body.containsKey("countedAt") ? "countedAt" : "occurredAt",
                Instant.now().plus(ahead));
        return new Request(request.method(), request.path(), body, null);
    }
}
