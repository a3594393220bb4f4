package io.storehouse.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the shop, as a till or the command line is one. */
public final class ShopHttp {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final Map<String, String> credentials;

    /** A client with a bearer token, or nobody's without. */
    public ShopHttp(int port, @Nullable String token) {
        this(port, token == null ? Map.of() : Map.of("Authorization", "Bearer " + token));
    }

    private ShopHttp(int port, Map<String, String> credentials) {
        this.base = "http://127.0.0.1:" + port;
        this.credentials = credentials;
    }

    /** A browser in which someone has logged in. */
    public static ShopHttp signedIn(int port, String username, String password) {
        Answer answer = new ShopHttp(port, (String) null)
                .post("/api/v1/session", Map.of("username", username, "password", password));
        if (answer.status() != 204) {
            throw new IllegalStateException("Failed to log in: " + answer.raw().body());
        }
        Map<String, String> cookies = answer.raw().headers().allValues("Set-Cookie").stream()
                .map(header -> header.split(";", 2)[0].split("=", 2))
                .filter(pair -> !pair[1].isEmpty())
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
        String cookie = cookies.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
        return new ShopHttp(port, Map.of("Cookie", cookie, "X-XSRF-TOKEN", String.valueOf(cookies.get("XSRF-TOKEN"))));
    }

    /** What proves to the shop who this is, as headers. */
    public Map<String, String> credentials() {
        return credentials;
    }

    /** An answer with its JSON. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        /** The problem's code. */
        public String code() {
            return body.path("code").asString("");
        }
    }

    /** {@code GET}. */
    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** {@code POST} with a JSON body. */
    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    /** {@code PUT} with a JSON body. */
    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    /** {@code POST} with a text as it is. */
    public Answer upload(String path, String text) {
        return upload(path, HttpRequest.BodyPublishers.ofString(text));
    }

    /** {@code POST} with any body. */
    public Answer upload(String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(300))
                .header("Content-Type", "application/octet-stream")
                .POST(body);
        return exchange(request);
    }

    /** Any request; more headers in pairs. */
    public Answer send(String method, String path, @Nullable Object body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        return exchange(request);
    }

    private Answer exchange(HttpRequest.Builder builder) {
        credentials.forEach(builder::header);
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            Answer answer =
                    new Answer(response.statusCode(), JSON.readTree(json && !text.isEmpty() ? text : "{}"), response);
            return json || text.isEmpty() ? described(request, answer) : answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer described(HttpRequest request, Answer answer) {
        String method = request.method();
        String path = request.uri().toString().substring(base.length());
        List<String> differences = ApiContract.checkedIn().differences(method, path, answer.status(), answer.body());
        if (!differences.isEmpty()) {
            throw new AssertionError(method + " " + path + " answered what is not in docs/openapi.json: " + differences
                    + "; after a change of the API run OpenApiIT with -Dopenapi.write=true");
        }
        return answer;
    }

    /** Opens a store in London, in pounds. */
    public void store(String code) {
        put("/api/v1/stores/" + encode(code), Map.of("name", code, "timeZone", "Europe/London", "currency", "GBP"));
    }

    /** Lists goods. */
    public void goods(String sku) {
        put("/api/v1/products/" + encode(sku), Map.of("name", "Name of " + sku, "goods", true));
    }

    /** Receives that many of a SKU. */
    public void receive(String store, String sku, String quantity) {
        Answer answer = post(
                "/api/v1/stock/receipts",
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "reference",
                        "R",
                        "store",
                        store,
                        "occurredAt",
                        "2026-03-01T09:00:00Z",
                        "assumed",
                        false,
                        "lines",
                        List.of(Map.of("sku", sku, "quantity", quantity, "unitCost", "1"))));
        if (answer.status() != 201) {
            throw new IllegalStateException("Failed to receive: " + answer.raw().body());
        }
    }

    /** An order's body: lines of one piece price, paid in full by card. */
    public static Map<String, Object> order(String store, List<Map<String, Object>> lines, String payable) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", UUID.randomUUID().toString());
        order.put("store", store);
        order.put("occurredAt", "2026-03-02T10:15:00Z");
        order.put("lines", lines);
        order.put("payments", List.of(Map.of("id", UUID.randomUUID(), "tender", "card", "amount", payable)));
        return order;
    }

    /** An order's line. */
    public static Map<String, Object> line(String sku, String quantity, String unitPrice) {
        return Map.of("id", UUID.randomUUID(), "sku", sku, "quantity", quantity, "unitPrice", unitPrice);
    }

    /** Text for a path. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
