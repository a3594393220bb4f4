package io.storehouse.reports.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.storehouse.contracts.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks Flink how its jobs are, to name the engine at fault when something does not arrive. */
final class Flink {
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final String port;

    Flink(Settings settings) {
        this.port = settings.get(Settings.FLINK_REST_PORT, "");
    }

    /** What is wrong with Flink, if that is known and anything is. */
    Optional<String> trouble() {
        if (port.isEmpty()) {
            return Optional.empty();
        }
        String address = "http://127.0.0.1:" + port + "/jobs/overview";
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER).build();
        try {
            String body = HttpClient.newBuilder()
                    .connectTimeout(ANSWER)
                    .build()
                    .send(request, BodyHandlers.ofString())
                    .body();
            return notRunning(new ObjectMapper().readTree(body));
        } catch (IOException e) {
            return Optional.of("Flink does not answer at 127.0.0.1:" + port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> notRunning(JsonNode overview) {
        List<String> running = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (JsonNode job : overview.path("jobs")) {
            String name = job.path("name").asText();
            if ("RUNNING".equals(job.path("state").asText())) {
                running.add(name);
            } else {
                others.add(name + " is " + job.path("state").asText());
            }
        }
        others.removeIf(other -> running.stream().anyMatch(name -> other.startsWith(name + " is ")));
        if (running.isEmpty() && others.isEmpty()) {
            return Optional.of("Flink runs no job");
        }
        return others.isEmpty() ? Optional.empty() : Optional.of("Flink's job " + String.join(", ", others));
    }
}
