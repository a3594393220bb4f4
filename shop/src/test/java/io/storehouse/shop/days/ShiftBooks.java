package io.storehouse.shop.days;

import io.storehouse.shop.ShopHttp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Each shift's report against the requests that fell to it. */
final class ShiftBooks {
    private final JdbcClient jdbc;
    private final ShopHttp shop;
    private final Documents documents;
    private final Findings findings;
    private final Map<String, Figures> byShift = new HashMap<>();

    ShiftBooks(JdbcClient jdbc, ShopHttp shop, Documents documents, Findings findings) {
        this.jdbc = jdbc;
        this.shop = shop;
        this.documents = documents;
        this.findings = findings;
    }

    /** What a shift came to. */
    private static final class Figures {
        private int orders;
        private int returns;
        private BigDecimal gross = BigDecimal.ZERO;
        private BigDecimal discount = BigDecimal.ZERO;
        private BigDecimal returned = BigDecimal.ZERO;
        private BigDecimal giftCards = BigDecimal.ZERO;
        private BigDecimal tendered = BigDecimal.ZERO;
        private BigDecimal paidIn = BigDecimal.ZERO;
        private BigDecimal paidOut = BigDecimal.ZERO;
        private final Map<String, BigDecimal> sales = new HashMap<>();
        private final Map<String, BigDecimal> refunds = new HashMap<>();

        private static void add(Map<String, BigDecimal> sums, List<Map<String, Object>> money) {
            money.forEach(one -> sums.merge(Body.text(one, "tender"), Body.decimal(one, "amount"), BigDecimal::add));
        }

        private BigDecimal cash(Map<String, BigDecimal> sums) {
            return sums.getOrDefault("cash", BigDecimal.ZERO);
        }
    }

    void check() {
        assign("sale_order");
        assign("sale_return");
        moveCash();
        Row.all(jdbc, "select s.*, r.code from shift s join register r on r.id = s.register_id")
                .forEach(this::check);
        Row.all(jdbc, """
                select o.uuid, o.till, r.code from sale_order o left join shift s on s.id = o.shift_id
                left join register r on r.id = s.register_id
                where r.code is null or r.code <> o.till or s.store_id <> o.store_id
                """).forEach(stray -> findings.holds("Not in a shift of its till: " + stray, false));
    }

    private void assign(String table) {
        Row.all(jdbc, "select d.uuid, s.uuid as shift from " + table + " d join shift s on s.id = d.shift_id")
                .forEach(row -> {
                    Figures figures = byShift.computeIfAbsent(row.text("shift"), key -> new Figures());
                    UUID id = UUID.fromString(row.text("uuid"));
                    if (table.equals("sale_order")) {
                        sell(figures, documents.require("order", id).body());
                    } else {
                        takeBack(figures, id);
                    }
                });
    }

    private void sell(Figures figures, Map<String, Object> order) {
        figures.orders++;
        figures.giftCards = figures.giftCards.add(documents.owed(order));
        for (Map<String, Object> line : documents.traded(order)) {
            figures.gross = figures.gross.add(Money.extended(line));
            figures.discount = figures.discount.add(Body.decimal(line, "discount"));
        }
        List<Map<String, Object>> payments = Body.list(order, "payments");
        Figures.add(figures.sales, payments);
        for (Map<String, Object> payment : payments) {
            if (Body.text(payment, "tender").equals("cash")) {
                figures.tendered = figures.tendered.add(
                        Body.decimal(payment, payment.containsKey("tendered") ? "tendered" : "amount"));
            }
        }
    }

    private void takeBack(Figures figures, UUID id) {
        Fact back = documents.find("return", id);
        Map<String, Object> body = back == null ? voided(id) : back.body();
        figures.returns++;
        figures.returned = figures.returned.add(Money.total(documents.traded(body)));
        figures.giftCards = figures.giftCards.subtract(documents.owed(body));
        Figures.add(figures.refunds, Body.list(body, back == null ? "payments" : "refunds"));
    }

    private Map<String, Object> voided(UUID id) {
        UUID order = UUID.fromString(documents.require("void", id).path().split("/")[4]);
        return documents.require("order", order).body();
    }

    private void moveCash() {
        documents.of("cash-move").forEach(move -> {
            Figures figures = byShift.computeIfAbsent(move.path().split("/")[4], key -> new Figures());
            BigDecimal amount = Body.decimal(move.body(), "amount");
            if (Body.text(move.body(), "kind").equals("paid-in")) {
                figures.paidIn = figures.paidIn.add(amount);
            } else {
                figures.paidOut = figures.paidOut.add(amount);
            }
        });
    }

    private void check(Row shift) {
        String at = "Shift " + shift.text("uuid") + " of " + shift.text("code") + " ";
        Figures expected = byShift.computeIfAbsent(shift.text("uuid"), key -> new Figures());
        JsonNode report =
                shop.get("/api/v1/shifts/" + shift.text("uuid") + "/report").body();
        findings.same(at + "orders", report.path("shift").path("orders").asInt(), expected.orders);
        findings.same(at + "returns", report.path("shift").path("returns").asInt(), expected.returns);
        same(at + "gross", report.path("gross"), expected.gross);
        same(at + "discount", report.path("discount"), expected.discount);
        same(at + "returned", report.path("returned"), expected.returned);
        same(at + "gift cards", report.path("giftCards"), expected.giftCards);
        checkTenders(at, report, expected);
        checkDrawer(at, shift, report.path("cash"), expected);
    }

    private void checkTenders(String at, JsonNode report, Figures expected) {
        BigDecimal total = BigDecimal.ZERO;
        List<String> seen = new ArrayList<>();
        for (JsonNode tender : report.path("tenders")) {
            String name = tender.path("tender").asString();
            seen.add(name);
            same(at + name, tender.path("sales"), expected.sales.getOrDefault(name, BigDecimal.ZERO));
            same(at + name + " refunds", tender.path("refunds"), expected.refunds.getOrDefault(name, BigDecimal.ZERO));
            total = total.add(new BigDecimal(tender.path("net").asString()));
        }
        findings.holds(
                at + "lacks a tender of " + expected.sales + expected.refunds,
                seen.containsAll(expected.sales.keySet()) && seen.containsAll(expected.refunds.keySet()));
        same(at + "total of its tenders", report.path("total"), total);
    }

    private void checkDrawer(String at, Row shift, JsonNode cash, Figures expected) {
        BigDecimal opening = shift.text("kind").equals("rescue")
                ? BigDecimal.ZERO
                : Body.decimal(
                        documents
                                .require("open", UUID.fromString(shift.text("uuid")))
                                .body(),
                        "openingFloat");
        same(at + "cash handed over", cash.path("sales"), expected.tendered);
        same(at + "paid in", cash.path("paidIn"), expected.paidIn);
        same(at + "paid out", cash.path("paidOut"), expected.paidOut);
        BigDecimal due = opening.add(expected.cash(expected.sales))
                .subtract(expected.cash(expected.refunds))
                .add(expected.paidIn)
                .subtract(expected.paidOut);
        same(at + "expected cash", cash.path("expected"), due);
        if (shift.has("closed_at")) {
            findings.same(at + "expected cash as told", shift.decimal("expected"), due);
        }
    }

    private void same(String what, JsonNode found, BigDecimal expected) {
        findings.same(what, new BigDecimal(found.asString()), expected);
    }
}
