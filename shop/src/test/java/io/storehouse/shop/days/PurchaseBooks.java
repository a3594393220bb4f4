package io.storehouse.shop.days;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Purchase orders and counts against what came in, went back and was found. */
final class PurchaseBooks {
    private static final BigDecimal MOST = new BigDecimal("1.10");

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Findings findings;

    PurchaseBooks(JdbcClient jdbc, Documents documents, Findings findings) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.findings = findings;
    }

    void check() {
        Map<String, BigDecimal> came = sums("purchase-receipts");
        Map<String, BigDecimal> back = sums("purchase-returns");
        Row.all(jdbc, "select o.uuid, o.state, l.* from purchase_order o join purchase_line l on l.order_id = o.id")
                .forEach(line -> {
                    String key = line.text("uuid") + "/" + line.text("line_no");
                    findings.same("Received " + key, line.decimal("received"), came.getOrDefault(key, BigDecimal.ZERO));
                    findings.same(
                            "Sent back " + key, line.decimal("returned"), back.getOrDefault(key, BigDecimal.ZERO));
                    BigDecimal most = line.decimal("quantity").multiply(MOST).setScale(3, RoundingMode.DOWN);
                    findings.holds(
                            "More came than was ordered: " + line,
                            line.decimal("received").compareTo(most) <= 0);
                    findings.holds(
                            "More went back than came: " + line,
                            line.decimal("returned").compareTo(line.decimal("received")) <= 0);
                });
        checkCounts();
    }

    private Map<String, BigDecimal> sums(String kind) {
        Map<String, BigDecimal> sums = new HashMap<>();
        documents
                .of(kind)
                .forEach(goods -> Body.list(goods.body(), "lines")
                        .forEach(line -> sums.merge(
                                goods.path().split("/")[4] + "/" + line.get("lineNo"),
                                Body.decimal(line, "quantity"),
                                BigDecimal::add)));
        return sums;
    }

    /** The books of a count are all that had happened by then, and every correction before it, whatever the order of recording. */
    private void checkCounts() {
        Map<String, JsonNode> corrections = new HashMap<>();
        Row.all(jdbc, "select event_key, payload from outbox where type = 'stock_counted'")
                .forEach(event -> JsonMapper.shared()
                        .readTree(event.text("payload"))
                        .path("payload")
                        .path("moves")
                        .forEach(move -> corrections.put(
                                event.text("event_key") + move.path("sku").asString(), move)));
        for (Row line : Row.all(jdbc, """
                select c.uuid, c.store_id, l.*, e.counted_at, e.quantity as entered
                from stock_count c
                join stock_count_line l on l.count_id = c.id
                join stock_count_entry e on e.count_id = c.id and e.sku = l.sku
                where c.state = 'finished'
                """)) {
            findings.same("Counted " + line, line.decimal("counted"), line.decimal("entered"));
            BigDecimal difference = line.decimal("counted").subtract(line.decimal("book"));
            JsonNode move = corrections.get(line.text("uuid") + line.text("sku"));
            if (move == null) {
                findings.same("Not corrected: " + line, difference, BigDecimal.ZERO);
                continue;
            }
            findings.same(
                    "Corrected by " + line, new BigDecimal(move.path("quantity").asString()), difference);
            checkBook(line, move.path("version").asLong());
        }
    }

    private void checkBook(Row line, long version) {
        String sql =
                "select coalesce(sum(quantity), 0) as book from stock_move where store_id = " + line.text("store_id")
                        + " and sku = '" + line.text("sku") + "' and version < " + version
                        + " and (kind = 'count' or occurred_at <= '" + line.text("counted_at") + "')";
        findings.same(
                "Books of " + line,
                line.decimal("book"),
                Row.all(jdbc, sql).get(0).decimal("book"));
    }
}
