package io.storehouse.shop.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** What a store's reports have to say of a day. */
final class DayReports {
    private final ApiClient api;
    private final String place;

    DayReports(ApiClient api, String place) {
        this.api = api;
        this.place = place;
    }

    /** An X or a Z. */
    static void assertReport(JsonNode report, DayBook book) {
        assertThat(report.path("shift").path("orders").asInt()).isEqualTo(book.orders.size());
        assertThat(report.path("shift").path("returns").asInt()).isEqualTo(book.returns.size());
        same(report, "gross", book.gross);
        same(report, "discount", book.discount);
        same(report, "returned", book.returned);
        same(report, "net", book.net());
        same(report, "rounding", book.rounding);
        same(report, "total", book.net().add(book.rounding));
        same(report.path("cash"), "expected", book.drawer);
        List<String> tenders = new ArrayList<>();
        report.path("tenders").forEach(tender -> {
            String name = tender.path("tender").asString();
            tenders.add(name);
            same(tender, "sales", book.sales.getOrDefault(name, BigDecimal.ZERO));
            same(tender, "refunds", book.refunds.getOrDefault(name, BigDecimal.ZERO));
        });
        assertThat(tenders).containsAll(book.sales.keySet()).containsAll(book.refunds.keySet());
    }

    /** The list of the shift's orders, and each order's receipt. */
    void assertOrders(String shift, DayBook book) {
        JsonNode listed = api.read("orderPage", "store", place, "shift", shift, "limit", 1000);
        assertThat(listed.findValuesAsString("id")).containsExactlyInAnyOrderElementsOf(book.orders.keySet());
        listed.forEach(summary -> {
            Map<String, Object> order =
                    Objects.requireNonNull(book.orders.get(summary.path("id").asString()));
            assertOrder(summary, order);
            JsonNode receipt =
                    api.read("receiptOfSale", "id", summary.path("id").asString());
            assertOrder(receipt, order);
            assertThat(receipt.path("lines").size())
                    .isEqualTo(Body.list(order, "lines").size());
        });
    }

    private static void assertOrder(JsonNode found, Map<String, Object> order) {
        List<Map<String, Object>> lines = Body.list(order, "lines");
        same(found, "gross", lines.stream().map(Money::extended).reduce(BigDecimal.ZERO, BigDecimal::add));
        same(
                found,
                "discount",
                lines.stream().map(line -> Body.decimal(line, "discount")).reduce(BigDecimal.ZERO, BigDecimal::add));
        same(found, "payable", Money.sum(Body.list(order, "payments"), tender -> true));
        same(
                found,
                "rounding",
                Money.sum(Body.list(order, "payments"), tender -> true).subtract(Money.total(lines)));
    }

    /** A line of the stock report. */
    void assertStock(String sku, String onHand, String value, String average) {
        for (JsonNode line : api.read("stockControlReport", "store", place)) {
            if (line.path("sku").asString().equals(sku)) {
                same(line, "onHand", new BigDecimal(onHand));
                same(line, "value", new BigDecimal(value));
                same(line, "averageCost", new BigDecimal(average));
                same(line, "reserved", BigDecimal.ZERO);
                same(line, "incoming", BigDecimal.ZERO);
                return;
            }
        }
        assertThat(sku).as("is not in the report of " + place).isEmpty();
    }

    private static void same(JsonNode node, String figure, BigDecimal expected) {
        assertThat(new BigDecimal(node.path(figure).asString()))
                .as(figure + " of " + node)
                .isEqualByComparingTo(expected);
    }
}
