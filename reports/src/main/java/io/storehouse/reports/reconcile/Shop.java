package io.storehouse.reports.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.storehouse.contracts.Cut;
import io.storehouse.contracts.Settings;
import io.storehouse.reports.cli.Problem;
import io.storehouse.reports.reconcile.TillCut.TillDay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The shop's API, with the scoped token of the command line. */
final class Shop {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String url;
    private final String token;

    private Shop(String url, String token) {
        this.url = url;
        this.token = token;
    }

    static Shop of(Settings settings) {
        String url = settings.require(Settings.SHOP_URL);
        String file = settings.require(Settings.SHOP_TOKEN_FILE);
        settings.check();
        try {
            return new Shop(url, Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw Problem.external("Cannot read the shop's token from " + file + ": " + e.getMessage(), e);
        }
    }

    /** Takes a cut and sends its marks. */
    TillCut cut() {
        JsonNode answer = ask("POST", "/api/v1/reconciliation/cuts", "");
        List<TillDay> days = new ArrayList<>();
        answer.path("days").forEach(day -> days.add(new TillDay(day(day), values(day, TillDay.MEASURES))));
        return new TillCut(
                answer.path("markId").asText(),
                answer.path("position").asText(),
                answer.path("marks").size(),
                days);
    }

    /** All totals of the live view. */
    List<LiveFigure> figures() {
        List<LiveFigure> figures = new ArrayList<>();
        ask("GET", "/api/v1/live/figures", "")
                .path("figures")
                .forEach(figure -> figures.add(new LiveFigure(
                        day(figure), Cut.parse(figure.path("cut").asText()), values(figure, LiveFigure.MEASURES))));
        return figures;
    }

    /** Shows a verdict on the live page. */
    void publish(JsonNode verdict) {
        ask("PUT", "/api/v1/reconciliation/result", verdict.toString());
    }

    private static StoreDay day(JsonNode node) {
        return new StoreDay(
                node.path("store").asText(), node.path("businessDate").asText());
    }

    private static List<String> values(JsonNode node, List<String> measures) {
        return measures.stream().map(measure -> node.path(measure).asText("0")).toList();
    }

    private JsonNode ask(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw Problem.external(
                        "The shop at " + url + " answered " + response.statusCode() + " to " + method + " " + path
                                + ": " + detail(response.body()),
                        null);
            }
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw Problem.external("The shop at " + url + " did not answer with JSON to " + method + " " + path, e);
        } catch (IOException e) {
            throw Problem.external(
                    "The shop does not answer at " + url + " (" + e.getClass().getSimpleName()
                            + "); is it up? See ./storehouse status",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.external("Interrupted while waiting for the shop", e);
        }
    }

    /** What an RFC 9457 problem says, or the beginning of whatever was sent instead. */
    private static String detail(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("detail").asText(problem.path("title").asText(body));
        } catch (JsonProcessingException e) {
            return body.substring(0, Math.min(200, body.length()));
        }
    }
}
