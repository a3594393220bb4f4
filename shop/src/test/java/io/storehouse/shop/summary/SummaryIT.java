package io.storehouse.shop.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.People;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class SummaryIT {
    private static final List<String> LINES =
            List.of("gross", "discount", "refunds", "taxInPrices", "net", "tax", "total");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Stores stores;

    private Tills tills;
    private ShopHttp shop;
    private String tag;
    private String mug;
    private String book;
    private Map<String, Object> last = Map.of();

    @BeforeEach
    void openStore() {
        tills = new Tills(port);
        shop = tills.shop();
        tag = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        shop.put("/api/v1/tax-classes/VAT-" + tag, Map.of("name", "VAT"));
        shop.put("/api/v1/tax-classes/VAT-" + tag + "/rates/2020-01-01", Map.of("percent", "20"));
        mug = product("MUG", "KITCHEN");
        book = product("BOOK", "PAPER");
    }

    @Test
    void isLaidOutLikeABalanceSheet() {
        sell(mug, "2", "12", "2", "2026-03-02T10:15:00Z", "22");
        takeBack("1", "11", "2026-03-02T16:00:00Z");
        sell(book, "1", "5", "0", "2026-03-03T09:00:00Z", "5");

        JsonNode summary = summary("from=2026-03-02&to=2026-03-03&by=day");

        JsonNode total = summary.path("totals").path(0).path("sum");
        assertThat(amounts(total))
                .containsExactly("29.0000", "2.0000", "11.0000", "2.6650", "13.3350", "2.6650", "16.0000");
        assertThat(total.path("orders").asInt()).isEqualTo(2);
        assertThat(total.path("returns").asInt()).isEqualTo(1);
        assertThat(total.path("paid").asString()).isEqualTo("16.0000");
        JsonNode card = summary.path("totals").path(0).path("tenders").path(0);
        assertThat(card.path("sales").asString()).isEqualTo("27.0000");
        assertThat(card.path("refunds").asString()).isEqualTo("11.0000");
        assertThat(card.path("net").asString()).isEqualTo("16.0000");
        assertThat(groups(summary)).containsExactly("2026-03-02", "2026-03-03");
        assertThat(summary.path("rows").path(0).path("runningNet").asString()).isEqualTo("9.1650");
        assertThat(summary.path("rows").path(1).path("runningNet").asString()).isEqualTo("13.3350");
        assertThat(summary.path("rows").path(0).path("rank").asInt()).isEqualTo(1);
        assertThat(summary.path("rows").path(0).path("share").asString()).isEqualTo("68.73");
    }

    @Test
    void countsAnHourByTheStoresClock() {
        sell(book, "1", "5", "0", "2026-07-02T22:59:59Z", "5");
        sell(book, "1", "7", "0", "2026-07-02T23:00:00Z", "7");

        JsonNode summary = summary("from=2026-07-02&to=2026-07-03&by=hour");

        assertThat(groups(summary)).containsExactly("00", "23");
        assertThat(summary("from=2026-07-02&to=2026-07-02&by=hour").path("rows"))
                .hasSize(1);
    }

    @Test
    void comparesWithThePeriodBefore() {
        sell(book, "1", "5", "0", "2026-03-01T10:00:00Z", "5");
        sell(book, "1", "4", "0", "2026-02-23T10:00:00Z", "4");
        sell(book, "1", "2", "0", "2025-03-02T10:00:00Z", "2");
        sell(book, "1", "6", "0", "2026-03-02T10:00:00Z", "6");

        assertThat(change("previous")).isEqualTo("19.90");
        assertThat(change("week")).isEqualTo("50.15");
        assertThat(change("year")).isEqualTo("199.40");
        assertThat(summary("from=2026-03-02&to=2026-03-02&compare=year")
                        .path("beforeFrom")
                        .asString())
                .isEqualTo("2025-03-02");
    }

    @Test
    void aDayThatIsNotOverIsComparedUntilNow() {
        Store store = stores.require(tills.store());
        java.time.Instant now = java.time.Instant.now();
        LocalDate today = store.businessTimeOf(now).date();
        java.time.Instant start = today.atStartOfDay(store.timeZone()).toInstant();
        java.time.Instant before =
                today.minusDays(1).atStartOfDay(store.timeZone()).toInstant();
        sell(book, "1", "6", "0", start.toString(), "6");
        sell(book, "1", "5", "0", before.toString(), "5");
        sell(book, "1", "90", "0", start.minusSeconds(1).toString(), "90");

        JsonNode total = summary("").path("totals").path(0).path("sum");

        assertThat(total.path("net").asString()).isEqualTo("5.0000");
        // the sale of one second before midnight does not count yet, unless this test runs in that second
        assertThat(total.path("ordersBefore").asInt()).isEqualTo(1);
    }

    @Test
    void knowsWhoSold() {
        tills.register("R1");
        People people = new People(port);
        String manager = people.hire("store_manager", tills.store());
        ShopHttp till = tills.till("R1");
        tills.open("R1", "0");
        Map<String, Object> byTill = ShopHttp.order(tills.store(), List.of(ShopHttp.line(book, "1", "5")), "5");
        assertThat(till.post("/api/v1/orders", byTill).status()).isEqualTo(201);
        Map<String, Object> byHer = ShopHttp.order(tills.store(), List.of(ShopHttp.line(book, "2", "5")), "10");
        byHer.put("payments", List.of(Map.of("id", UUID.randomUUID(), "tender", "cash", "amount", "10")));
        assertThat(people.signIn(manager).post("/api/v1/orders", byHer).code()).isEqualTo("register-required");
        byHer.put("till", "R1");
        assertThat(people.signIn(manager).post("/api/v1/orders", byHer).status())
                .isEqualTo(201);

        JsonNode summary = summary("from=2026-03-02&to=2026-03-02&by=staff");

        assertThat(groups(summary)).containsExactly(manager, "service");
    }

    /** Random days against a plain recomputation, whichever way they are grouped. */
    @Test
    void addsUpWhicheverWayItIsGrouped() {
        Random random = new Random(7);
        Map<String, BigDecimal[]> byDay = new TreeMap<>();
        Map<String, BigDecimal[]> byCategory = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            String sku = random.nextBoolean() ? mug : book;
            String category = (sku.equals(mug) ? "KITCHEN" : "PAPER") + "-" + tag;
            LocalDate day = LocalDate.parse("2026-04-01").plusDays(random.nextInt(5));
            BigDecimal price = BigDecimal.valueOf(random.nextInt(1, 3000), 2);
            BigDecimal tax =
                    price.multiply(BigDecimal.valueOf(20)).divide(BigDecimal.valueOf(120), 2, RoundingMode.HALF_UP);
            sell(sku, "1", price.toPlainString(), "0", day + "T10:00:00Z", price.toPlainString());
            boolean back = random.nextInt(4) == 0;
            if (back) {
                takeBack("1", price.toPlainString(), day + "T12:00:00Z");
            }
            for (var each : List.of(Map.entry(byDay, day.toString()), Map.entry(byCategory, category))) {
                BigDecimal[] sums = each.getKey().computeIfAbsent(each.getValue(), key ->
                        new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
                sums[0] = sums[0].add(price);
                sums[1] = sums[1].add(back ? price : BigDecimal.ZERO);
                sums[2] = sums[2].add(back ? BigDecimal.ZERO : price.subtract(tax));
            }
        }

        assertSums("day", byDay);
        assertSums("category", byCategory);
        JsonNode summary = summary("from=2026-04-01&to=2026-04-05&by=store");
        assertThat(amounts(summary.path("rows").path(0)))
                .isEqualTo(amounts(summary.path("totals").path(0).path("sum")));
        assertThat(summary.path("totals").path(0).path("sum").path("paid").asString())
                .isEqualTo(summary.path("totals")
                        .path(0)
                        .path("tenders")
                        .path(0)
                        .path("net")
                        .asString());
    }

    @Test
    void showsAManagerHisStoresOnly() {
        People people = new People(port);
        Tills foreign = new Tills(port);
        String manager = people.hire("store_manager", tills.store());
        sell(book, "1", "5", "0", "2026-03-02T10:00:00Z", "5");
        shop.receive(foreign.store(), book, "5");
        shop.post("/api/v1/orders", ShopHttp.order(foreign.store(), List.of(ShopHttp.line(book, "1", "900")), "900"));

        ShopHttp.Answer own =
                people.signIn(manager).get("/api/v1/sales-summary?from=2026-03-02&to=2026-03-02&by=store");

        assertThat(own.body().path("stores").path(0).asString()).isEqualTo(tills.store());
        assertThat(own.body().path("totals").path(0).path("sum").path("total").asString())
                .isEqualTo("5.0000");
        assertThat(people.signIn(manager)
                        .get("/api/v1/sales-summary?store=" + ShopHttp.encode(foreign.store()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesWhatNobodyCanAnswer() {
        assertThat(ask("by=moon").code()).isEqualTo("invalid-summary");
        assertThat(ask("compare=never").code()).isEqualTo("invalid-summary");
        assertThat(ask("from=2026-03-02&to=2026-03-01").code()).isEqualTo("invalid-summary");
        assertThat(ask("from=2024-03-02&to=2026-03-01").code()).isEqualTo("invalid-summary");
    }

    @Test
    void readsAlongTheDaysOfTheStore() {
        sell(book, "1", "5", "0", "2026-03-02T10:00:00Z", "5");
        for (Grouping grouping : Grouping.values()) {
            Summaries.Question question = new Summaries.Question(
                    List.of(stores.require(tills.store())),
                    new Comparison.Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-02")),
                    grouping,
                    Comparison.YEAR);
            assertPlan(SummarySql.rows(question, grouping));
        }
        assertPlan(SummarySql.TENDERS);
    }

    private void assertPlan(String sql) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("stores", List.of(stores.require(tills.store()).id()));
        parameters.put("clocks", "[]");
        List.of("from", "beforeFrom").forEach(name -> parameters.put(name, LocalDate.parse("2026-03-01")));
        List.of("to", "beforeTo").forEach(name -> parameters.put(name, LocalDate.parse("2026-03-02")));
        List<Map<String, Object>> plan =
                jdbc.sql("explain " + sql).params(parameters).query().listOfRows();
        assertThat(plan)
                .filteredOn(row -> "d".equals(row.get("table")))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(String.valueOf(row.get("key"))).isIn("sale_order_day", "sale_return_day");
                    assertThat(row.get("type")).isEqualTo("range");
                });
        assertThat(plan)
                .filteredOn(row -> List.of("l", "p", "h").contains(String.valueOf(row.get("table"))))
                .allSatisfy(row -> assertThat(String.valueOf(row.get("type"))).isIn("ref", "eq_ref"));
    }

    private void assertSums(String by, Map<String, BigDecimal[]> expected) {
        JsonNode rows = summary("from=2026-04-01&to=2026-04-05&by=" + by).path("rows");
        assertThat(rows).hasSize(expected.size());
        rows.forEach(row -> {
            BigDecimal[] sums =
                    Objects.requireNonNull(expected.get(row.path("grp").asString()));
            assertThat(new BigDecimal(row.path("gross").asString())).isEqualByComparingTo(sums[0]);
            assertThat(new BigDecimal(row.path("refunds").asString())).isEqualByComparingTo(sums[1]);
            assertThat(new BigDecimal(row.path("net").asString())).isEqualByComparingTo(sums[2]);
        });
    }

    private String change(String compare) {
        return summary("from=2026-03-02&to=2026-03-02&compare=" + compare)
                .path("rows")
                .path(0)
                .path("change")
                .asString();
    }

    private JsonNode summary(String query) {
        ShopHttp.Answer answer = ask(query);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    private ShopHttp.Answer ask(String query) {
        return shop.get("/api/v1/sales-summary?store=" + ShopHttp.encode(tills.store()) + "&" + query);
    }

    private static List<String> groups(JsonNode summary) {
        List<String> groups = new ArrayList<>();
        summary.path("rows").forEach(row -> groups.add(row.path("grp").asString()));
        return groups;
    }

    private static List<String> amounts(JsonNode line) {
        return LINES.stream().map(name -> line.path(name).asString()).toList();
    }

    private String product(String name, String category) {
        String sku = name + "-" + tag;
        shop.put("/api/v1/categories/" + category + "-" + tag, Map.of("name", category));
        shop.put("/api/v1/products/" + sku, Map.of("name", name, "goods", true));
        ShopHttp.Answer classified = shop.put(
                "/api/v1/products/" + sku + "/classification",
                Map.of("category", category + "-" + tag, "taxClass", "VAT-" + tag));
        assertThat(classified.status()).as(classified.raw().body()).isEqualTo(200);
        shop.receive(tills.store(), sku, "1000");
        return sku;
    }

    private void sell(String sku, String quantity, String price, String discount, String at, String payable) {
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line(sku, quantity, price));
        line.put("discount", discount);
        last = ShopHttp.order(tills.store(), List.of(line), payable);
        last.put("occurredAt", at);
        last.put("sku", sku);
        Map<String, Object> sent = new LinkedHashMap<>(last);
        sent.remove("sku");
        ShopHttp.Answer answer = shop.post("/api/v1/orders", sent);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    private void takeBack(String quantity, String price, String at) {
        Map<String, Object> back = tills.takeback(last.get("id"), String.valueOf(last.get("sku")), quantity, price);
        back.put("occurredAt", at);
        back.put("refunds", List.of(Tills.payment("card", price)));
        ShopHttp.Answer answer = shop.post("/api/v1/returns", back);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }
}
