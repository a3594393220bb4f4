package io.storehouse.launcher.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop with a replica, by the command of the house. */
class ReplicaIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path work;

    private final HttpClient client = HttpClient.newHttpClient();

    private StorehouseCommand storehouse;

    @BeforeEach
    void choosePorts() {
        storehouse = new StorehouseCommand(work);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        storehouse.run("down").successful();
    }

    @Test
    void servesReadsAndIsKeptRunning() throws IOException, InterruptedException {
        storehouse.run("up", "--detach", "--only", "shop", "--replica").successful();
        awaitFollowing(0);
        awaitReadFrom("replica");

        awaitConnectorUndisturbed();

        long before = storehouse.service("replica").path("pid").asLong();
        storehouse.kill("replica");
        assertThat(read().statusCode()).isEqualTo(200);
        awaitFollowing(before);
        awaitReadFrom("replica");

        storehouse.run("down").successful();
        storehouse.run("up", "--detach", "--only", "shop").successful();
        assertThat(read().headers().firstValue("Storehouse-Position")).isEmpty();
        assertThat(storehouse.run("status", "--json").json().path("services").findValuesAsText("name"))
                .doesNotContain("replica");
    }

    private void awaitFollowing(long notPid) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            JsonNode replica = storehouse.service("replica");
            assertThat(replica.path("pid").asLong()).isNotEqualTo(notPid);
            assertThat(replica.path("state").asText()).isEqualTo("healthy");
            assertThat(replica.path("detail").asText()).startsWith("follows");
        });
    }

    /** It follows the same log, and must not be thrown out. */
    private void awaitConnectorUndisturbed() throws IOException, InterruptedException {
        String token = Files.readString(storehouse.data().resolve("secrets/service.token"))
                .strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create(storehouse.shop() + "/api/v1/stores/Undisturbed"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"Undisturbed\",\"timeZone\":\"Europe/London\",\"currency\":\"GBP\"}"))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(
                                storehouse.service("connect").path("state").asText())
                        .isEqualTo("healthy"));
        assertThat(Files.readString(storehouse.data().resolve("logs/replica.log")))
                .doesNotContain("already connected");
    }

    private void awaitReadFrom(String database) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(read().headers().firstValue("Storehouse-Read-From"))
                        .contains(database));
    }

    private HttpResponse<String> read() throws IOException, InterruptedException {
        String token = Files.readString(storehouse.data().resolve("secrets/service.token"))
                .strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create(storehouse.shop() + "/api/v1/stores"))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
