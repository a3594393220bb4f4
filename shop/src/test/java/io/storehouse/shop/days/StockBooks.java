package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every move against the request that asked for it, every balance against its moves, and what it is all worth. */
final class StockBooks {
    private final JdbcClient jdbc;
    private final World world;
    private final Documents documents;
    private final Findings findings;
    private final Map<String, UUID> uuids = new HashMap<>();
    private final Map<String, BigDecimal> moved = new HashMap<>();
    private final Map<UUID, Map<String, BigDecimal>> costOfSales = new HashMap<>();
    private final ReturnCosts returnCosts;
    private final Map<UUID, Map<String, BigDecimal>> dispatched = new HashMap<>();
    private final Map<UUID, BigDecimal> arrived = new HashMap<>();
    private final List<Row> moves;

    StockBooks(JdbcClient jdbc, World world, Documents documents, Findings findings) {
        this.jdbc = jdbc;
        this.world = world;
        this.documents = documents;
        this.findings = findings;
        this.moves = Row.all(jdbc, "select * from stock_move order by store_id, sku, version");
        for (String table : List.of(
                "sale_order",
                "sale_return",
                "stock_receipt",
                "stock_adjustment",
                "stock_transfer",
                "stock_arrival",
                "stock_reservation",
                "stock_count")) {
            Row.all(jdbc, "select id, uuid from " + table)
                    .forEach(row -> uuids.put(table + row.text("id"), UUID.fromString(row.text("uuid"))));
        }
        returnCosts = new ReturnCosts(jdbc, findings);
    }

    /** Looks at everything. */
    void check() {
        Map<String, List<Row>> ledgers = new TreeMap<>();
        moves.forEach(move -> ledgers.computeIfAbsent(
                        move.text("store_id") + "/" + move.text("sku"), key -> new ArrayList<>())
                .add(move));
        Map<String, Row> balances = new HashMap<>();
        Row.all(jdbc, "select * from stock_balance")
                .forEach(row -> balances.put(row.text("store_id") + "/" + row.text("sku"), row));
        findings.same("Balances", balances.keySet(), ledgers.keySet());
        ledgers.forEach((key, ledger) -> check(key, ledger, Objects.requireNonNull(balances.get(key))));
        checkThatAllMoved();
        checkHolds(balances);
    }

    private void check(String key, List<Row> ledger, Row balance) {
        Average average = new Average();
        BigDecimal reserved = BigDecimal.ZERO;
        BigDecimal incoming = BigDecimal.ZERO;
        long version = 0;
        boolean short1 = false;
        for (Row move : ledger) {
            String at = key + " v" + move.text("version") + " " + move.text("kind");
            version++;
            findings.same(at + " version", move.number("version"), version);
            String kind = move.text("kind");
            BigDecimal quantity = move.decimal("quantity");
            BigDecimal before = average.onHand;
            BigDecimal worth = average.move(quantity, ownValue(move), kind);
            findings.same(at + " value of " + quantity + " at " + before, move.decimal("value"), worth);
            findings.same(at + " on hand", move.decimal("on_hand"), average.onHand);
            reserved = reserved.add(move.has("reserved") ? move.decimal("reserved") : BigDecimal.ZERO);
            incoming = incoming.add(move.has("incoming") ? move.decimal("incoming") : BigDecimal.ZERO);
            short1 |= kind.equals("shortage");
            note(move);
        }
        findings.same(key + " balance's version", balance.number("version"), version);
        findings.same(key + " balance", balance.decimal("on_hand"), average.onHand);
        findings.same(key + " balance's reserved", balance.decimal("reserved"), reserved);
        findings.same(key + " balance's incoming", balance.decimal("incoming"), incoming);
        findings.same(key + " balance's value", balance.decimal("value"), average.value);
        findings.same(key + " balance's average", balance.decimal("cost_value"), average.costValue);
        findings.same(key + " balance's average's quantity", balance.decimal("cost_quantity"), average.costQuantity);
        findings.holds(
                key + " is below 0 without a shortage: " + balance,
                short1 || average.onHand.subtract(reserved).signum() >= 0 && incoming.signum() >= 0);
    }

    private UUID uuid(String table, Row move) {
        return Objects.requireNonNull(uuids.get(table + move.text("document_id")), () -> "no " + table + " of " + move);
    }

    /** What a move is worth by itself; nothing where it moves at average cost. */
    private @Nullable BigDecimal ownValue(Row move) {
        String sku = move.text("sku");
        return switch (move.text("kind")) {
            case "receipt" -> receiptValue(uuid("stock_receipt", move), sku);
            case "return" -> returnCosts.of(uuid("sale_return", move), sku);
            case "transfer-in" -> move.decimal("value");
            case "transfer-out" -> move.decimal("quantity").signum() > 0 ? move.decimal("value") : null;
            default -> null;
        };
    }

    private BigDecimal receiptValue(UUID id, String sku) {
        return Row.all(
                        jdbc,
                        "select l.quantity, l.unit_cost from stock_receipt r join stock_receipt_line l on l.receipt_id = r.id where r.uuid = '"
                                + id + "' and l.sku = '" + sku + "'")
                .stream()
                .map(line -> line.decimal("quantity")
                        .multiply(line.decimal("unit_cost"))
                        .setScale(4, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Sums up what each document moved of each SKU. */
    private void note(Row move) {
        String kind = move.text("kind");
        String sku = move.text("sku");
        switch (kind) {
            case "sale", "shortage" -> {
                UUID order = uuid("sale_order", move);
                add("order", order, move);
                costOfSales
                        .computeIfAbsent(order, key -> new HashMap<>())
                        .merge(sku, move.decimal("value").negate(), BigDecimal::add);
            }
            case "return" -> add("return", uuid("sale_return", move), move);
            case "receipt" -> add("receipt", uuid("stock_receipt", move), move);
            case "adjustment", "supplier-return" -> add(move.text("kind"), uuid("stock_adjustment", move), move);
            case "transfer-out" -> {
                if (move.decimal("quantity").signum() < 0) {
                    UUID transfer = uuid("stock_transfer", move);
                    add("transfer", transfer, move);
                    dispatched
                            .computeIfAbsent(transfer, key -> new HashMap<>())
                            .put(sku, move.decimal("value").negate());
                }
            }
            case "transfer-in", "difference" -> {
                UUID arrival = uuid("stock_arrival", move);
                add("arrival", arrival, move);
                if (kind.equals("transfer-in")) {
                    arrived.merge(arrival, move.decimal("value"), BigDecimal::add);
                }
            }
            default -> {
                // what nobody asked for by quantity: counts, and what is reserved or on its way
            }
        }
    }

    private void add(String kind, UUID document, Row move) {
        moved.merge(kind + document + move.text("sku"), move.decimal("quantity"), BigDecimal::add);
    }

    /** Each document moved what was asked for, no more and no less. */
    private void checkThatAllMoved() {
        Map<String, BigDecimal> asked = new HashMap<>();
        documents.of("order").forEach(order -> ask(asked, "order", order.id(), Body.list(order.body(), "lines"), -1));
        documents.of("return").forEach(back -> ask(asked, "return", back.id(), sellable(back), 1));
        documents.of("void").forEach(back -> {
            UUID order = UUID.fromString(back.path().split("/")[4]);
            ask(
                    asked,
                    "return",
                    back.id(),
                    Body.list(documents.require("order", order).body(), "lines"),
                    1);
        });
        documents
                .of("receipt")
                .forEach(receipt -> ask(asked, "receipt", receipt.id(), Body.list(receipt.body(), "lines"), 1));
        documents
                .of("adjustment")
                .forEach(found -> ask(asked, "adjustment", found.id(), Body.list(found.body(), "lines"), 1));
        documents.of("transfer").forEach(out -> ask(asked, "transfer", out.id(), Body.list(out.body(), "lines"), -1));
        documents.of("arrival").forEach(in -> ask(asked, "arrival", in.id(), Body.list(in.body(), "lines"), 1));
        documents.of("purchase-receipts").forEach(in -> ask(asked, "receipt", in.id(), bought(in), 1));
        documents.of("purchase-returns").forEach(out -> ask(asked, "supplier-return", out.id(), bought(out), -1));
        asked.values().removeIf(quantity -> quantity.signum() == 0);
        moved.values().removeIf(quantity -> quantity.signum() == 0);
        asked.forEach((key, quantity) -> findings.same("Moved by " + key, moved.get(key), quantity));
        moved.forEach((key, quantity) -> findings.same("Asked for by " + key, asked.get(key), quantity));
    }

    private void ask(Map<String, BigDecimal> asked, String kind, UUID id, List<Map<String, Object>> lines, int sign) {
        lines.stream()
                .filter(line -> world.goods(Body.text(line, "sku")))
                .forEach(line -> asked.merge(
                        kind + id + Body.text(line, "sku"),
                        Body.decimal(line, "quantity").multiply(BigDecimal.valueOf(sign)),
                        BigDecimal::add));
    }

    private static List<Map<String, Object>> sellable(Fact back) {
        return Body.list(back.body(), "lines").stream()
                .filter(line -> !"damaged".equals(line.get("disposition")))
                .toList();
    }

    /** The lines of goods of a purchase order, with their SKUs. */
    private List<Map<String, Object>> bought(Fact goods) {
        UUID order = UUID.fromString(goods.path().split("/")[4]);
        List<Map<String, Object>> ordered =
                Body.list(Body.map(documents.require("purchase", order).body(), "content"), "lines");
        return Body.list(goods.body(), "lines").stream()
                .map(line -> Body.of(
                        "sku",
                        ordered.get(Integer.parseInt(Body.text(line, "lineNo")) - 1)
                                .get("sku"),
                        "quantity",
                        line.get("quantity")))
                .toList();
    }

    /** What is reserved and on its way is what open documents say; what left a store arrived, went back or is on its way. */
    private void checkHolds(Map<String, Row> balances) {
        Map<String, BigDecimal> held = new HashMap<>();
        Row.all(
                        jdbc,
                        "select r.store_id, l.sku, l.quantity from stock_reservation r join stock_reservation_line l on l.reservation_id = r.id where r.state = 'open'")
                .forEach(row -> held.merge(
                        row.text("store_id") + "/" + row.text("sku"), row.decimal("quantity"), BigDecimal::add));
        Map<String, BigDecimal> onTheWay = new HashMap<>();
        Row.all(
                        jdbc,
                        "select t.id, t.uuid, t.state, t.destination_id, l.* from stock_transfer t join stock_transfer_line l on l.transfer_id = t.id")
                .forEach(line -> {
                    findings.same(
                            "Value of transfer " + line.text("uuid"),
                            line.decimal("value"),
                            Objects.requireNonNull(dispatched.get(UUID.fromString(line.text("uuid"))))
                                    .get(line.text("sku")));
                    if (line.text("state").equals("dispatched")) {
                        onTheWay.merge(
                                line.text("destination_id") + "/" + line.text("sku"),
                                line.decimal("quantity").subtract(line.decimal("received")),
                                BigDecimal::add);
                    }
                    checkArrived(line);
                });
        balances.forEach((key, balance) -> {
            findings.same(key + " reserved", balance.decimal("reserved"), held.getOrDefault(key, BigDecimal.ZERO));
            findings.same(key + " incoming", balance.decimal("incoming"), onTheWay.getOrDefault(key, BigDecimal.ZERO));
        });
    }

    /** All that a received transfer was worth arrived; of a cancelled one it came back; of an open one its share. */
    private void checkArrived(Row line) {
        BigDecimal in =
                Row.all(jdbc, "select a.uuid from stock_arrival a where a.transfer_id = " + line.text("id")).stream()
                        .map(arrival -> arrived.getOrDefault(UUID.fromString(arrival.text("uuid")), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal expected = switch (line.text("state")) {
            case "received" -> line.decimal("value");
            case "cancelled" -> BigDecimal.ZERO;
            default ->
                Money.share(line.decimal("value"), line.decimal("quantity"), BigDecimal.ZERO, line.decimal("received"));
        };
        findings.same("Arrived of transfer " + line.text("uuid") + " " + line.text("state"), in, expected);
    }

    /** What each line of each sale cost, from the moves of its order. */
    void checkCosts() {
        Map<String, BigDecimal> before = new HashMap<>();
        Map<String, BigDecimal> sold = new HashMap<>();
        String lines =
                "select o.uuid, l.* from sale_order o join sale_line l on l.order_id = o.id where l.goods order by l.order_id, l.line_no";
        Row.all(jdbc, lines)
                .forEach(line ->
                        sold.merge(line.text("uuid") + line.text("sku"), line.decimal("quantity"), BigDecimal::add));
        Row.all(jdbc, lines).forEach(line -> {
            String key = line.text("uuid") + line.text("sku");
            BigDecimal cost = Objects.requireNonNull(costOfSales.get(UUID.fromString(line.text("uuid"))))
                    .getOrDefault(line.text("sku"), BigDecimal.ZERO);
            BigDecimal taken = before.getOrDefault(key, BigDecimal.ZERO);
            findings.same(
                    "Cost of " + key + " line " + line.text("line_no"),
                    line.has("cogs") ? line.decimal("cogs") : null,
                    Money.share(cost, Objects.requireNonNull(sold.get(key)), taken, line.decimal("quantity")));
            before.put(key, taken.add(line.decimal("quantity")));
        });
    }
}
