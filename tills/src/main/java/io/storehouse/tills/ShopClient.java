package io.storehouse.tills;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the shop as a till must: what it sent and got no answer to, it sends again, the same bytes with the same id,
 * until the shop answers or patience ends. Every command carries its id, so that nothing is done twice.
 */
final class ShopClient {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<Integer> TRY_AGAIN = Set.of(429, 500, 502, 503, 504);
    /** A defect does not go away by itself; a database that is starting does. */
    private static final int MOST_500 = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI base;
    private final String token;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * A client of one shop.
     *
     * @param token the service's
     * @param patience how long one command is tried
     */
    ShopClient(URI base, String token, Duration patience) {
        this.base = base;
        this.token = token;
        this.patience = patience;
    }

    /** An answer of the shop. */
    record Answer(int status, JsonNode body, boolean replayed) {
        boolean ok() {
            return status / 100 == 2;
        }

        /** The problem's code, or the status. */
        String problem() {
            return body.path("code").asText(Integer.toString(status));
        }

        String detail() {
            return body.path("detail").asText(body.toString());
        }
    }

    Answer get(String path) {
        return send("GET", path, token, null);
    }

    Answer put(String path, JsonNode body) {
        return send("PUT", path, token, body);
    }

    Answer post(String path, JsonNode body) {
        return send("POST", path, token, body);
    }

    /** Posts with another token than the service's, as a till does. */
    Answer post(String path, JsonNode body, String asToken) {
        return send("POST", path, asToken, body);
    }

    /** The stream of server-sent events; never tried again. */
    HttpResponse<java.io.InputStream> stream(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    /** A path segment or parameter. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer send(String method, String path, String asToken, @Nullable JsonNode body) {
        HttpRequest request = request(method, path, asToken, body);
        long deadline = System.nanoTime() + patience.toNanos();
        int defects = 0;
        for (int attempt = 1; ; attempt++) {
            String failure;
            long pause = pause(attempt);
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                defects += response.statusCode() == 500 ? 1 : 0;
                if (!TRY_AGAIN.contains(response.statusCode()) || defects > MOST_500) {
                    return answer(response);
                }
                failure = "it answers " + response.statusCode();
                pause = Math.max(pause, retryAfter(response));
            } catch (IOException e) {
                failure = e.getClass().getSimpleName() + " " + e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ShopUnavailable("Interrupted while the shop was asked");
            }
            if (System.nanoTime() + pause > deadline) {
                throw new ShopUnavailable("Cannot reach the shop at " + base + " for " + patience.toSeconds() + " s: "
                        + failure + "; run the same command again, nothing is done twice");
            }
            LockSupport.parkNanos(pause);
        }
    }

    private HttpRequest request(String method, String path, String asToken, @Nullable JsonNode body) {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + asToken)
                .method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return request.build();
    }

    private static long pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << Math.min(attempt, 16));
        return ThreadLocalRandom.current().nextLong(most / 2, most);
    }

    private static long retryAfter(HttpResponse<String> response) {
        try {
            return response.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)).toNanos())
                    .orElse(0L);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        boolean replayed = response.headers()
                .firstValue("Idempotent-Replay")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        return new Answer(response.statusCode(), json(response.body()), replayed);
    }

    private static JsonNode json(String body) {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(body);
        }
    }
}
