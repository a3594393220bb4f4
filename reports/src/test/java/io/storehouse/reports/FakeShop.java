package io.storehouse.reports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.storehouse.contracts.Cut;
import io.storehouse.contracts.Position;
import io.storehouse.contracts.Topic;
import io.storehouse.reports.Retail.Document;
import io.storehouse.reports.Retail.Line;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shop's API of the reconciliation over a {@link Retail}; its marks go to whoever archives. Tests may tamper with what
 * it answers.
 */
final class FakeShop implements AutoCloseable {
    static final String TOKEN = "service-token";

    final List<ObjectNode> days = new ArrayList<>();
    final List<ObjectNode> figures = new ArrayList<>();
    private final HttpServer server;
    private final Retail retail;
    private final Consumer<List<List<Object>>> archive;
    private volatile @Nullable String result;
    private int cuts;

    private FakeShop(HttpServer server, Retail retail, Consumer<List<List<Object>>> archive) {
        this.server = server;
        this.retail = retail;
        this.archive = archive;
    }

    static FakeShop over(Retail retail, Consumer<List<List<Object>>> archive) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeShop shop = new FakeShop(server, retail, archive);
        shop.byDay().forEach((key, documents) -> {
            shop.days.add(day(key, documents));
            shop.figures.add(figure(key, documents));
        });
        server.createContext("/", shop::answer);
        server.start();
        return shop;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was put as the verdict. */
    @Nullable
    String result() {
        return result;
    }

    private Map<List<String>, List<Document>> byDay() {
        return retail.sold().stream()
                .collect(Collectors.groupingBy(
                        document -> List.of(document.store(), document.date()),
                        () -> new TreeMap<>(java.util.Comparator.comparing(key -> String.join("\0", key))),
                        Collectors.toList()));
    }

    private static ObjectNode totals(List<String> key, List<Document> documents) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("store", key.get(0)).put("businessDate", key.get(1));
        node.put("orders", Stations.count(documents, Document::sale));
        node.put("returns", Stations.count(documents, document -> !document.sale()));
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        sums.put("units", Stations.sum(documents, "sale", Line::units, 3));
        sums.put("gross", Stations.sum(documents, "sale", Line::gross, 4));
        sums.put("discount", Stations.sum(documents, "sale", Line::discounted, 4));
        sums.put("returned", Stations.sum(documents, "return", Line::amount, 4));
        sums.put("net", Stations.net(documents));
        sums.forEach((name, sum) -> node.put(name, sum.toPlainString()));
        return node;
    }

    private static ObjectNode day(List<String> key, List<Document> documents) {
        BigDecimal fingerprint = documents.stream().map(Document::fingerprint).reduce(BigDecimal.ZERO, BigDecimal::add);
        return totals(key, documents).put("fingerprint", fingerprint.toPlainString());
    }

    private static ObjectNode figure(List<String> key, List<Document> documents) {
        Cut cut = Cut.empty();
        for (Document document : documents) {
            cut = cut.with(document.partition(), document.offset());
        }
        return totals(key, documents)
                .put("lines", Stations.lineCount(documents, "sale") + Stations.lineCount(documents, "return"))
                .put("cut", cut.text());
    }

    ObjectNode day(String store, String date) {
        return find(days, store, date);
    }

    ObjectNode figure(String store, String date) {
        return find(figures, store, date);
    }

    private static ObjectNode find(List<ObjectNode> nodes, String store, String date) {
        return nodes.stream()
                .filter(node -> node.path("store").asText().equals(store)
                        && node.path("businessDate").asText().equals(date))
                .findFirst()
                .orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        boolean allowed =
                ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Map<String, Function<String, String>> calls = Map.of(
                "POST /api/v1/reconciliation/cuts", ignored -> cut(),
                "GET /api/v1/live/figures",
                        ignored -> wrapped("figures", figures).toString(),
                "PUT /api/v1/reconciliation/result", this::keep);
        Function<String, String> handler = calls.get(call);
        boolean known = allowed && handler != null;
        String answer =
                known ? Objects.requireNonNull(handler).apply(body) : "{\"title\":\"Refused\",\"detail\":\"token\"}";
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String keep(String body) {
        result = body;
        return "";
    }

    private String cut() {
        String markId = "mark-" + ++cuts;
        String position = new Position(1, retail.sequence(), Long.MAX_VALUE).text();
        ObjectNode answer = wrapped("days", days)
                .put("markId", markId)
                .put("position", position)
                .put("gtid", "0-1-" + retail.sequence());
        ArrayNode marks = answer.putArray("marks");
        List<List<Object>> rows = new ArrayList<>();
        for (Topic topic : Topic.archivedTopics()) {
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                marks.addObject().put("topic", topic.topicName()).put("partition", partition);
                rows.add(mark(topic.topicName(), partition, markId, position));
            }
        }
        archive.accept(rows);
        return answer.toString();
    }

    private List<Object> mark(String topic, int partition, String markId, String position) {
        ObjectNode event = Retail.envelope("mark", markId);
        event.putObject("payload")
                .put("mark_id", markId)
                .put("topic", topic)
                .put("partition", partition)
                .put("position", position);
        long offset = retail.take(topic, partition);
        String own = new Position(1, 1_000_000L + cuts, partition + 10L * topic.length()).text();
        return Stations.archived(topic, partition, offset, own, event.toString());
    }

    private static ObjectNode wrapped(String name, List<ObjectNode> nodes) {
        ObjectNode answer = new ObjectMapper().createObjectNode();
        answer.putArray(name).addAll(nodes);
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
