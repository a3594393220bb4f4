package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outbox against the tables: one event a fact, and in it what the tables say. */
final class EventBooks {
    /** What an order does to gift cards that it sells and reservations that it consumes is told by the order's own event. */
    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("order_placed", "select uuid as k, 1 as n from sale_order"),
            Map.entry("return_accepted", "select uuid as k, 1 as n from sale_return"),
            Map.entry("shift_opened", "select uuid as k, 1 as n from shift"),
            Map.entry("shift_closed", "select uuid as k, 1 as n from shift where closed_at is not null"),
            Map.entry("stock_received", "select uuid as k, 1 as n from stock_receipt"),
            Map.entry("stock_adjusted", "select uuid as k, 1 as n from stock_adjustment"),
            Map.entry(
                    "reservation_changed",
                    "select uuid as k, if(state in ('open', 'consumed'), 1, 2) as n from stock_reservation"),
            Map.entry("transfer_changed", """
                    select t.uuid as k, 1 + (t.state = 'cancelled')
                        + (select count(*) from stock_arrival a where a.transfer_id = t.id) as n
                    from stock_transfer t
                    """),
            Map.entry("stock_counted", "select uuid as k, 1 as n from stock_count where state = 'finished'"),
            Map.entry(
                    "purchase_order_changed",
                    "select o.uuid as k, count(*) as n from purchase_order o join purchase_step s on s.order_id = o.id group by o.uuid"),
            Map.entry(
                    "goods_returned_to_supplier",
                    "select uuid as k, 1 as n from purchase_movement where kind = 'return'"),
            Map.entry("points_moved", "select customer as k, count(*) as n from points_move group by customer"),
            Map.entry("gift_card_issued", "select uuid as k, 1 as n from gift_card where order_id is null"));

    private final JdbcClient jdbc;
    private final Findings findings;
    private final List<Event> events;

    /** An event as it left. */
    private record Event(String type, String key, JsonNode payload) {}

    EventBooks(JdbcClient jdbc, Findings findings) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.events = Row.all(jdbc, "select type, event_key, payload from outbox").stream()
                .map(row -> new Event(
                        row.text("type"),
                        row.text("event_key"),
                        JsonMapper.shared().readTree(row.text("payload")).path("payload")))
                .toList();
    }

    void check() {
        FACTS.forEach(this::everyFactHasOneEvent);
        everyCashMoveHasOneEvent();
        everyMoveIsInOneEvent();
        checkMoney(
                "order_placed", "select * from sale_order", "gross", "discount", "lines_total", "rounding", "payable");
        checkMoney("return_accepted", "select * from sale_return", "lines_total", "rounding", "payable");
        checkMoney(
                "shift_closed",
                "select * from shift where closed_at is not null",
                "gross",
                "discount",
                "returned",
                "rounding",
                "orders",
                "returns");
        checkLines();
    }

    private void everyFactHasOneEvent(String type, String sql) {
        Map<String, Long> expected = new TreeMap<>();
        Row.all(jdbc, sql).forEach(row -> expected.put(row.text("k"), row.number("n")));
        Map<String, Long> found = new TreeMap<>();
        of(type).forEach(event -> found.merge(event.key(), 1L, Long::sum));
        expected.forEach((key, number) -> findings.same(type + " of " + key, found.get(key), number));
        found.keySet().forEach(key -> findings.holds(type + " of nothing: " + key, expected.containsKey(key)));
    }

    private void everyCashMoveHasOneEvent() {
        Map<String, BigDecimal> found = new TreeMap<>();
        of("cash_moved")
                .forEach(event -> findings.holds(
                        "Twice: " + event,
                        found.put(event.payload().path("move_id").asString(), decimal(event.payload(), "amount"))
                                == null));
        Row.all(jdbc, "select uuid, amount from cash_move")
                .forEach(move -> findings.same(
                        "cash_moved of " + move, found.remove(move.text("uuid")), move.decimal("amount")));
        findings.same("cash_moved of nothing", found, Map.of());
    }

    /** With the balance after it. */
    private void everyMoveIsInOneEvent() {
        Map<String, String> codes = new HashMap<>();
        Row.all(jdbc, "select id, code from store").forEach(row -> codes.put(row.text("code"), row.text("id")));
        Map<String, JsonNode> told = new HashMap<>();
        Row.all(jdbc, "select payload from outbox order by id").forEach(row -> {
            JsonNode envelope = JsonMapper.shared().readTree(row.text("payload"));
            JsonNode payload = envelope.path("payload");
            tell(told, codes.get(envelope.path("store").asString("")), payload.path("moves"));
            tell(told, codes.get(payload.path("source").asString("")), payload.path("source_moves"));
            tell(told, codes.get(payload.path("destination").asString("")), payload.path("destination_moves"));
        });
        List<Row> moves = Row.all(jdbc, "select * from stock_move");
        findings.same("Moves in events", told.size(), moves.size());
        for (Row move : moves) {
            String key = move.text("store_id") + "/" + move.text("sku") + "/" + move.text("version");
            JsonNode event = told.get(key);
            findings.holds("No event tells the move " + move, event != null);
            if (event != null) {
                findings.same("Kind in event of " + key, event.path("kind").asString(), move.text("kind"));
                findings.same("Quantity in event of " + key, decimal(event, "quantity"), move.decimal("quantity"));
                findings.same("On hand in event of " + key, decimal(event, "on_hand"), move.decimal("on_hand"));
                findings.same("Value in event of " + key, decimal(event, "value"), move.decimal("value"));
            }
        }
    }

    private void tell(Map<String, JsonNode> told, @org.jspecify.annotations.Nullable String store, JsonNode moves) {
        moves.forEach(move -> findings.holds(
                "Told twice: " + store + " " + move,
                told.put(
                                store + "/" + move.path("sku").asString() + "/"
                                        + move.path("version").asString(),
                                move)
                        == null));
    }

    private void checkMoney(String type, String sql, String... columns) {
        Map<String, JsonNode> byKey = new HashMap<>();
        of(type).forEach(event -> byKey.put(event.key(), event.payload()));
        Row.all(jdbc, sql).forEach(row -> {
            JsonNode payload = Objects.requireNonNullElse(
                    byKey.get(row.text("uuid")), tools.jackson.databind.node.MissingNode.getInstance());
            for (String column : columns) {
                findings.same(
                        type + " " + row.text("uuid") + " " + column, decimal(payload, column), row.decimal(column));
            }
        });
    }

    private void checkLines() {
        Map<String, JsonNode> told = new HashMap<>();
        of("order_placed")
                .forEach(event -> event.payload()
                        .path("lines")
                        .forEach(line -> told.put(line.path("id").asString(), line)));
        Row.all(jdbc, "select * from sale_line").forEach(line -> {
            JsonNode event = told.remove(line.text("uuid"));
            findings.holds("No event tells the line " + line, event != null);
            if (event != null) {
                findings.same("Amount in event of " + line, decimal(event, "amount"), line.decimal("amount"));
                findings.same("Discount in event of " + line, decimal(event, "discount"), line.decimal("discount"));
                findings.same("Quantity in event of " + line, decimal(event, "quantity"), line.decimal("quantity"));
            }
        });
        findings.same("Lines of nothing in events", told, Map.of());
    }

    private Stream<Event> of(String type) {
        return events.stream().filter(event -> event.type().equals(type));
    }

    private static BigDecimal decimal(JsonNode node, String name) {
        String text = node.path(name).asString("");
        return text.isEmpty() ? BigDecimal.valueOf(Long.MIN_VALUE) : new BigDecimal(text);
    }
}
