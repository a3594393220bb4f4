package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The requests that took effect, by the documents that they made: the acknowledged ones, and those of the others that are there. */
final class Documents {
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("order", "sale_order"),
            Map.entry("return", "sale_return"),
            Map.entry("void", "sale_return"),
            Map.entry("receipt", "stock_receipt"),
            Map.entry("purchase-receipts", "stock_receipt"),
            Map.entry("purchase-returns", "stock_adjustment"),
            Map.entry("adjustment", "stock_adjustment"),
            Map.entry("transfer", "stock_transfer"),
            Map.entry("arrival", "stock_arrival"),
            Map.entry("reservation", "stock_reservation"),
            Map.entry("count", "stock_count"),
            Map.entry("open", "shift"),
            Map.entry("cash-move", "cash_move"),
            Map.entry("hold", "held_sale"),
            Map.entry("purchase", "purchase_order"));

    private final Map<String, Map<UUID, Fact>> byKind = new HashMap<>();

    Documents(JdbcClient jdbc, Journal journal, Findings findings) {
        journal.facts().flatMap(Documents::parts).forEach(this::add);
        Map<String, List<UUID>> there = new HashMap<>();
        TABLES.forEach((kind, table) -> there.put(
                kind,
                Row.all(jdbc, "select uuid from " + table).stream()
                        .map(row -> UUID.fromString(row.text("uuid")))
                        .toList()));
        for (Fact fact : journal.unknown()) {
            parts(fact)
                    .filter(part -> Objects.requireNonNullElse(there.get(part.kind()), List.of())
                            .contains(part.id()))
                    .forEach(this::add);
        }
        TABLES.forEach((kind, table) -> of(kind).forEach(fact -> findings.holds(
                "The " + kind + " " + fact.id() + " was acknowledged and is not there",
                Objects.requireNonNull(there.get(kind)).contains(fact.id()))));
        TABLES.values().stream().distinct().forEach(table -> everyRowWasAskedFor(jdbc, table, findings));
    }

    private void everyRowWasAskedFor(JdbcClient jdbc, String table, Findings findings) {
        List<String> kinds = TABLES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(table))
                .map(Map.Entry::getKey)
                .toList();
        String where = table.equals("shift") ? " where kind = 'regular'" : "";
        Row.all(jdbc, "select uuid from " + table + where).forEach(row -> {
            UUID id = UUID.fromString(row.text("uuid"));
            findings.holds(
                    "Nobody asked for " + table + " " + id, kinds.stream().anyMatch(kind -> find(kind, id) != null));
        });
    }

    private void add(Fact fact) {
        byKind.computeIfAbsent(fact.kind(), kind -> new HashMap<>()).put(fact.id(), fact);
    }

    /** An exchange is a return and an order. */
    private static Stream<Fact> parts(Fact fact) {
        if (!fact.kind().equals("exchange")) {
            return Stream.of(fact);
        }
        return Stream.of(
                fact,
                new Fact("return", fact.path(), Body.map(fact.body(), "return"), fact.answer()),
                new Fact("order", fact.path(), Body.map(fact.body(), "order"), fact.answer()));
    }

    List<Fact> of(String kind) {
        return new ArrayList<>(byKind.getOrDefault(kind, Map.of()).values());
    }

    @Nullable
    Fact find(String kind, UUID id) {
        return byKind.getOrDefault(kind, Map.of()).get(id);
    }

    Fact require(String kind, UUID id) {
        return Objects.requireNonNull(find(kind, id), () -> "no " + kind + " " + id);
    }

    /** The lines of an order or a return that are no gift cards. */
    List<Map<String, Object>> traded(Map<String, Object> body) {
        return Body.list(body, "lines").stream()
                .filter(line -> !isCard(body, line))
                .toList();
    }

    /** What an order's or a return's gift cards come to. */
    BigDecimal owed(Map<String, Object> body) {
        return Money.total(Body.list(body, "lines").stream()
                .filter(line -> isCard(body, line))
                .toList());
    }

    /** A line that sells a card, or one that takes back such a line. */
    private boolean isCard(Map<String, Object> body, Map<String, Object> line) {
        if (!line.containsKey("orderLineNo")) {
            return line.containsKey("giftCard");
        }
        Fact sold = require("order", UUID.fromString(Body.text(body, "orderId")));
        int lineNo = Integer.parseInt(Body.text(line, "orderLineNo"));
        return Body.list(sold.body(), "lines").get(lineNo - 1).containsKey("giftCard");
    }
}
