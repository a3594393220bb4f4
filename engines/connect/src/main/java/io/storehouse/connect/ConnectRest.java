package io.storehouse.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The questions and commands that this process sends to its own REST interface. */
final class ConnectRest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    ConnectRest(int port) {
        this.base = URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Creates the connector, or changes its configuration. */
    void configure(String connector, Map<String, String> config) throws IOException, InterruptedException {
        send(request("connectors/" + connector + "/config")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(config))));
    }

    /** The configuration that Connect holds, empty when it has none. */
    Map<?, ?> configuration(String connector) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request("connectors/" + connector + "/config").GET().build(), BodyHandlers.ofString());
        return response.statusCode() == 404 ? Map.of() : JSON.readValue(checked(response), Map.class);
    }

    /** Whether the connector or its task gave up. */
    boolean hasFailed(String connector) throws IOException, InterruptedException {
        JsonNode status = JSON.readTree(
                send(request("connectors/" + connector + "/status").GET()));
        return status.findValuesAsText("state").contains("FAILED");
    }

    /** Starts again what gave up. */
    void restartFailed(String connector) throws IOException, InterruptedException {
        send(request("connectors/" + connector + "/restart?includeTasks=true&onlyFailed=true")
                .POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return checked(client.send(request.build(), BodyHandlers.ofString()));
    }

    private static String checked(HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException("Connect answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
