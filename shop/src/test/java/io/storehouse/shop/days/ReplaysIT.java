package io.storehouse.shop.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.contracts.EventType;
import io.storehouse.shop.AtOnce;
import io.storehouse.shop.People;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.days.Write.Form;
import io.storehouse.shop.days.Write.Request;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

/** Every writing endpoint: sent again, sent at once, sent changed, sent too early. */
@ShopTest
class ReplaysIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "openapi.json");
    private static final Map<String, Write> WRITES = new Writes().all;
    private static final int CLIENTS = 8;
    /** What clocks write by themselves, and what is worked out later from other tables. */
    private static final Set<String> NOT_EFFECTS =
            Set.of("flyway_schema_history", "attempt", "search_token", "search_due");

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
        jdbc.sql("delete from scale_code where prefix = '29'").update();
    }

    static List<String> documents() {
        return of(Form.DOCUMENT);
    }

    static List<String> states() {
        return of(Form.STATE);
    }

    static List<String> others() {
        List<String> others = new ArrayList<>(of(Form.ONCE));
        others.addAll(of(Form.ANEW));
        return others;
    }

    static List<String> refused() {
        return of(Form.REFUSED);
    }

    private static List<String> of(Form form) {
        return WRITES.entrySet().stream()
                .filter(entry -> entry.getValue().form() == form)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void triesEveryWritingEndpoint() throws IOException {
        Set<String> described = new TreeSet<>();
        JsonMapper.shared()
                .readTree(Files.readString(DOCUMENT))
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(method ->
                                Set.of("post", "put", "delete", "patch").contains(method))
                        .forEach(method ->
                                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));

        assertThat(WRITES.keySet())
                .as("each writing endpoint needs its line in Writes")
                .isEqualTo(described);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void recordsADocumentOnceHoweverOftenItIsSent(String endpoint) {
        Request alone = request(endpoint);
        Map<String, Long> before = rows();
        assertThat(send(alone).status()).as(endpoint).isEqualTo(201);
        Map<String, Long> one = grown(before);
        Request many = request(endpoint);
        before = rows();

        List<ShopHttp.Answer> answers = AtOnce.run(CLIENTS, client -> send(many));
        ShopHttp.Answer again = send(many);
        Map<String, Long> grown = grown(before);
        ShopHttp.Answer changed = send(new Request(many.method(), many.path(), many.other(), null));

        for (ShopHttp.Answer answer : answers) {
            assertThat(answer.status()).as(endpoint + answer.raw().body()).isEqualTo(201);
            assertThat(answer.body()).as(endpoint).isEqualTo(again.body());
        }
        assertThat(answers.stream().filter(answer -> !isReplay(answer)).count())
                .as("first answers of " + endpoint)
                .isEqualTo(1);
        assertThat(isReplay(again)).as(endpoint).isTrue();
        assertThat(grown).as("effect of " + endpoint).isEqualTo(one);
        assertThat(changed.code()).as(endpoint + changed.raw().body()).isEqualTo("idempotency-conflict");
        assertThat(changed.status()).as(endpoint).isEqualTo(409);
        assertThat(grown(before)).as("effect of another body: " + endpoint).isEqualTo(one);
    }

    @ParameterizedTest
    @MethodSource("states")
    void leavesOneOfTwoStatesThatRace(String endpoint) {
        Request request = request(endpoint);
        Request other = new Request(request.method(), request.path(), request.other(), null);
        ShopHttp.Answer first = send(request);
        assertThat(first.status()).as(endpoint + first.raw().body()).isBetween(200, 204);
        Map<String, Long> before = rows();
        ShopHttp.Answer again = send(request);
        assertThat(again.body()).as(endpoint).isEqualTo(first.body());
        Map<String, Long> grown = grown(before);
        grown.remove("audit_entry");
        assertThat(grown).as("effect of the same state: " + endpoint).isEmpty();

        List<ShopHttp.Answer> answers = AtOnce.run(CLIENTS, client -> send(client % 2 == 0 ? request : other));

        Set<JsonNode> accepted = answers.stream()
                .filter(answer -> answer.status() < 300)
                .map(ShopHttp.Answer::body)
                .collect(Collectors.toSet());
        assertThat(accepted).as(endpoint).isNotEmpty();
        answers.forEach(answer -> assertRefusedOrDone(endpoint, answer));
        ShopHttp.Answer now = new ShopHttp(port, io.storehouse.shop.RealEngines.SERVICE_TOKEN).get(request.path());
        if (now.status() == 200 && first.status() == 200) {
            assertThat(accepted).as(endpoint).contains(now.body());
        }
        assertThat(send(other).status()).as(endpoint).isBetween(200, 204);
    }

    @ParameterizedTest
    @MethodSource("others")
    void neverFailsOnWhatHasNoIdOfItsOwn(String endpoint) {
        Write write = Objects.requireNonNull(WRITES.get(endpoint));
        Request request = request(endpoint);

        List<ShopHttp.Answer> answers = AtOnce.run(CLIENTS, client -> send(request));
        Map<String, Long> before = rows();
        ShopHttp.Answer again = send(request);

        answers.forEach(answer -> assertRefusedOrDone(endpoint, answer));
        assertThat(answers.stream().filter(answer -> answer.status() < 300).count())
                .as(endpoint + " " + answers.get(0).raw().body())
                .isPositive();
        assertRefusedOrDone(endpoint, again);
        if (write.form() == Form.ONCE) {
            assertThat(grown(before)).as("effect of the last of " + endpoint).isEmpty();
            assertThat(answers.stream().filter(answer -> answer.status() < 300).map(ShopHttp.Answer::body))
                    .as(endpoint)
                    .allMatch(answers.stream()
                            .filter(answer -> answer.status() < 300)
                            .findFirst()
                            .orElseThrow()
                            .body()::equals);
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesAlikeHoweverOftenItIsSent(String endpoint) {
        Request request = request(endpoint);
        Map<String, Long> before = rows();

        List<ShopHttp.Answer> answers = AtOnce.run(CLIENTS, client -> send(request));

        assertThat(answers)
                .as(endpoint)
                .allSatisfy(answer -> assertThat(answer.status()).isBetween(400, 499));
        assertThat(answers.stream().map(ShopHttp.Answer::code).distinct())
                .as(endpoint)
                .hasSize(1);
        assertThat(grown(before)).as("effect of " + endpoint).isEmpty();
    }

    /** What depends on something that is not there yet is refused by a problem, has no effect, and is right afterwards. */
    @Test
    void refusesWhatComesTooEarlyAndTakesItInOrder() {
        Scene scene = new Scene(port, people);
        Map<String, Object> order = scene.order();
        Map<String, Object> takeback = scene.takeback(Body.id(order));
        Map<String, Object> exchange = Body.of("id", UUID.randomUUID());
        exchange.put("return", scene.takeback(Body.id(order)));
        exchange.put("order", scene.order());
        String voided = "/api/v1/orders/" + order.get("id") + "/void";
        Map<String, Object> slip = Body.of("id", UUID.randomUUID(), "occurredAt", Scene.AT, "reason", "a slip");

        refused(scene, "/api/v1/returns", takeback, "unknown-order");
        refused(scene, "/api/v1/exchanges", exchange, "unknown-order");
        refused(scene, voided, slip, "order-not-found");
        scene.made("/api/v1/orders", order);
        scene.made("/api/v1/returns", takeback);
        scene.made("/api/v1/exchanges", exchange);
        refused(scene, voided, slip, "already-returned");
    }

    @Test
    void refusesStepsOutOfTheirOrder() {
        Scene scene = new Scene(port, people);
        Map<String, Object> draft = scene.purchase();
        String path = "/api/v1/purchase-orders/" + draft.get("id");
        Map<String, Object> submit = Scene.step(1);
        Map<String, Object> approve = Scene.step(2);
        Map<String, Object> delivery = scene.delivery();
        Map<String, Object> back = scene.delivery();

        refused(scene, path + "/submit", submit, "");
        scene.made("/api/v1/purchase-orders", draft);
        refused(scene, path + "/approve", approve, "");
        refused(scene, path + "/receipts", delivery, "");
        scene.made(path + "/submit", submit);
        refused(scene, path + "/receipts", delivery, "");
        scene.made(path + "/approve", approve);
        refused(scene, path + "/returns", back, "");
        scene.made(path + "/receipts", delivery);
        scene.made(path + "/returns", back);
    }

    @Test
    void refusesDrawersStockAndCardsOutOfTheirOrder() {
        Scene scene = new Scene(port, people);
        Map<String, Object> opening = scene.opening("R1");
        Map<String, Object> closing = Body.of("id", UUID.randomUUID(), "counted", "50", "unsynced", 0);
        refused(scene, "/api/v1/shifts/" + opening.get("id") + "/close", closing, "shift-not-found");
        refused(scene, "/api/v1/shifts", opening, "");
        scene.made(
                "/api/v1/shifts/" + scene.shift + "/close",
                Body.of("id", UUID.randomUUID(), "counted", "1", "unsynced", 0));
        refused(scene, "/api/v1/orders", scene.order(), "no-open-shift");
        refused(scene, "/api/v1/held-sales", scene.held(), "no-open-shift");
        scene.made("/api/v1/shifts", opening);
        scene.made("/api/v1/shifts/" + opening.get("id") + "/close", closing);
        refused(
                scene,
                "/api/v1/shifts/" + opening.get("id") + "/cash-moves",
                Body.of("id", UUID.randomUUID(), "kind", "paid-in", "amount", "3", "reason", "change"),
                "shift-closed");

        Map<String, Object> dispatch = scene.dispatch();
        String transfer = "/api/v1/stock/transfers/" + dispatch.get("id");
        Map<String, Object> cancellation = Body.of("id", UUID.randomUUID(), "occurredAt", Scene.AT);
        Map<String, Object> arrival =
                scene.goods(Body.of("id", UUID.randomUUID(), "occurredAt", Scene.AT, "last", true));
        refused(scene, transfer + "/arrivals", arrival, "transfer-not-found");
        refused(scene, transfer + "/cancellation", cancellation, "transfer-not-found");
        scene.made("/api/v1/stock/transfers", dispatch);
        scene.made(transfer + "/arrivals", arrival);
        refused(scene, transfer + "/cancellation", cancellation, "");
        Map<String, Object> count = scene.document();
        String counting = "/api/v1/stock/counts/" + count.get("id");
        Map<String, Object> end = Body.of("id", UUID.randomUUID(), "occurredAt", Scene.AT);
        refused(scene, counting + "/entries", scene.entry(), "count-not-found");
        refused(scene, counting + "/closing", end, "count-not-found");
        scene.made("/api/v1/stock/counts", count);
        scene.made(counting + "/closing", end);
        refused(scene, counting + "/entries", scene.entry(), "");
    }

    private void refused(Scene scene, String path, Map<String, Object> body, String code) {
        Map<String, Long> before = rows();
        ShopHttp.Answer answer = scene.shop.post(path, body);
        assertThat(answer.status()).as(path + answer.raw().body()).isBetween(400, 499);
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        if (!code.isEmpty()) {
            assertThat(answer.code()).as(path + answer.raw().body()).isEqualTo(code);
        }
        assertThat(grown(before)).as("effect of a refused " + path).isEmpty();
    }

    private static void assertRefusedOrDone(String endpoint, ShopHttp.Answer answer) {
        assertThat(answer.status()).as(endpoint + " " + answer.raw().body()).isLessThan(500);
        if (answer.status() >= 300) {
            assertThat(answer.code()).as(endpoint).isNotEmpty();
        }
    }

    private static boolean isReplay(ShopHttp.Answer answer) {
        return answer.raw().headers().firstValue("Idempotent-Replay").isPresent();
    }

    private Request request(String endpoint) {
        return Objects.requireNonNull(WRITES.get(endpoint)).request().apply(new Scene(port, people));
    }

    static List<String> writing() {
        return WRITES.entrySet().stream()
                .filter(entry -> entry.getValue().form() != Form.REFUSED)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void hasAWordOnEventsForEveryWritingEndpoint() {
        WRITES.forEach((endpoint, write) -> {
            Write.Told told = write.told();
            assertThat(told).as("what %s tells", endpoint).isNotNull();
            assertThat(Objects.requireNonNull(told).events().isEmpty())
                    .as("%s tells something, or gives a reason", endpoint)
                    .isNotEqualTo(told.reason().isEmpty());
        });
    }

    /**
     * Its first acceptance leaves the events that its line declares, and sent again it leaves none. Where the database refuses the
     * row of one of them, nothing of the request remains, and sent again it is the first: a fact that were written before its event,
     * or beside its transaction, would stay.
     */
    @ParameterizedTest
    @MethodSource("writing")
    void tellsOfAFactOnceAndLeavesNoneWithoutItsEvents(String endpoint) {
        Write write = Objects.requireNonNull(WRITES.get(endpoint));
        Set<EventType> events = Objects.requireNonNull(write.told()).events();
        Request request = request(endpoint);
        for (EventType event : events) {
            Map<String, Long> rows = rows();
            ShopHttp.Answer refused = withoutPlaceFor(event, () -> send(request));
            assertThat(refused.status()).as(endpoint + refused.raw().body()).isEqualTo(500);
            if (!endpoint.startsWith("POST /api/v1/transfers/")) {
                assertThat(grown(rows))
                        .as("effect of %s without %s", endpoint, event)
                        .isEmpty();
            }
        }
        long before = lastEvent();

        ShopHttp.Answer first = send(request);

        assertThat(first.status()).as(endpoint + first.raw().body()).isBetween(200, 299);
        assertThat(isReplay(first)).as(endpoint).isFalse();
        assertThat(eventsAfter(before))
                .as("events of " + endpoint)
                .isEqualTo(events.stream().map(EventType::code).collect(Collectors.toSet()));
        if (write.form() != Form.ANEW) {
            long after = lastEvent();
            send(request);
            assertThat(eventsAfter(after))
                    .as("events of the same again: " + endpoint)
                    .isEmpty();
        }
    }

    private <T> T withoutPlaceFor(EventType event, Supplier<T> act) {
        jdbc.sql("create trigger outbox_full before insert on outbox for each row if new.type = '" + event.code()
                        + "' then signal sqlstate '45000' set message_text = 'No place'; end if")
                .update();
        try {
            return act.get();
        } finally {
            jdbc.sql("drop trigger outbox_full").update();
        }
    }

    private long lastEvent() {
        return jdbc.sql("select coalesce(max(id), 0) from outbox")
                .query(Long.class)
                .single();
    }

    private Set<String> eventsAfter(long id) {
        return new TreeSet<>(
                jdbc.sql("select distinct type from outbox where id > :id and type not in ('pulse', 'mark')")
                        .param("id", id)
                        .query(String.class)
                        .list());
    }

    private ShopHttp.Answer send(Request request) {
        ShopHttp caller =
                request.path().startsWith("/api/v1/staff/") || request.path().equals("/api/v1/session")
                        ? people.owner()
                        : new ShopHttp(port, io.storehouse.shop.RealEngines.SERVICE_TOKEN);
        if (request.body() instanceof String text) {
            return caller.upload(request.path(), text);
        }
        if (request.body() instanceof byte[] bytes) {
            return caller.upload(request.path(), HttpRequest.BodyPublishers.ofByteArray(bytes));
        }
        return caller.send(request.method(), request.path(), request.body());
    }

    /** How many rows each table has; of the outbox, facts only. */
    private Map<String, Long> rows() {
        List<String> tables = jdbc.sql("""
                select table_name from information_schema.tables
                where table_schema = database() and table_type = 'BASE TABLE'
                """).query(String.class).list();
        String counts = tables.stream()
                .filter(table -> !NOT_EFFECTS.contains(table))
                .map(table -> "select '" + table + "' as name, count(*) as n from `" + table + "`"
                        + (table.equals("outbox") ? " where type not in ('pulse', 'mark')" : ""))
                .collect(Collectors.joining(" union all "));
        Map<String, Long> rows = new TreeMap<>();
        jdbc.sql(counts).query(row -> {
            rows.put(row.getString("name"), row.getLong("n"));
        });
        return rows;
    }

    private Map<String, Long> grown(Map<String, Long> before) {
        Map<String, Long> grown = new LinkedHashMap<>();
        rows().forEach((table, rows) -> {
            long more = rows - before.getOrDefault(table, 0L);
            if (more != 0) {
                grown.put(table, more);
            }
        });
        return grown;
    }
}
