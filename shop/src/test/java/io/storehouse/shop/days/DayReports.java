package io.storehouse.shop.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

    /** The summary of the last two dates: its totals, its rows together, and its tenders. */
    void assertSummary(String by, List<DayBook> books) {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        JsonNode summary =
                api.read("summarySummary", "store", place, "from", tomorrow.minusDays(2), "to", tomorrow, "by", by);
        JsonNode total = summary.path("totals").path(0).path("sum");
        BigDecimal net = sum(books, DayBook::net);
        BigDecimal rounding = sum(books, book -> book.rounding);
        same(total, "gross", sum(books, book -> book.gross));
        same(total, "discount", sum(books, book -> book.discount));
        same(total, "refunds", sum(books, book -> book.returned));
        same(total, "net", net);
        same(total, "total", net);
        same(total, "rounding", rounding);
        same(total, "paid", net.add(rounding));
        for (String figure : List.of("gross", "discount", "refunds", "net", "tax", "total")) {
            BigDecimal rows = BigDecimal.ZERO;
            for (JsonNode row : summary.path("rows")) {
                rows = rows.add(new BigDecimal(row.path(figure).asString()));
            }
            same(total, figure, rows);
        }
        summary.path("totals").path(0).path("tenders").forEach(tender -> {
            String name = tender.path("tender").asString();
            same(tender, "sales", sum(books, book -> book.sales.getOrDefault(name, BigDecimal.ZERO)));
            same(tender, "refunds", sum(books, book -> book.refunds.getOrDefault(name, BigDecimal.ZERO)));
        });
    }

    private static BigDecimal sum(List<DayBook> books, Function<DayBook, BigDecimal> figure) {
        return books.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
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
