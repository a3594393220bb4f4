package io.storehouse.launcher.errands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.home.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Speaks to the shop by the service token. A shop that is being started again is waited for. */
public final class ShopClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long AGAIN_AFTER = Duration.ofMillis(500).toNanos();
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 120_000;

    private final String base;
    private final String token;
    private final String options;

    /** The shop of an installation. */
    public ShopClient(Installation installation) {
        this.base = "http://127.0.0.1:" + installation.ports().shop() + "/api/v1";
        this.token = installation.secrets().get(Secrets.SERVICE);
        this.options = installation.options();
    }

    /** Reads a resource. */
    public JsonNode get(String path) {
        return patiently(() -> send("GET", path, null));
    }

    /** Sends a file's bytes to be imported. */
    public JsonNode postImport(Path file, int shiftWeeks) {
        String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
        String path = "/imports?format=online-retail&name=" + name + "&shiftWeeks=" + shiftWeeks;
        return patiently(() -> send("POST", path, file));
    }

    private interface Exchange {
        JsonNode run() throws IOException;
    }

    private JsonNode patiently(Exchange exchange) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return exchange.run();
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw Problem.failed(
                            "Cannot reach the shop at " + base + ": " + e.getMessage(),
                            "./storehouse status" + options,
                            "./storehouse up --detach" + options);
                }
                LockSupport.parkNanos(AGAIN_AFTER);
            }
        }
    }

    private JsonNode send(String method, String path, @Nullable Path body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        if (body != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/octet-stream");
            connection.setFixedLengthStreamingMode(Files.size(body));
            try (OutputStream out = connection.getOutputStream()) {
                Files.copy(body, out);
            }
        }
        int status = connection.getResponseCode();
        boolean good = status < HttpURLConnection.HTTP_BAD_REQUEST;
        try (InputStream stream = good ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] answer = stream == null ? new byte[0] : stream.readAllBytes();
            if (status >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
                throw new IOException("HTTP " + status);
            }
            if (!good) {
                throw refused(status, answer);
            }
            return JSON.readTree(answer);
        }
    }

    private static Problem refused(int status, byte[] answer) throws IOException {
        JsonNode problem = JSON.readTree(answer);
        String words = problem.path("detail").asText(problem.path("title").asText("HTTP " + status));
        return Problem.failed("The shop refused: " + words, "./storehouse logs shop");
    }
}
